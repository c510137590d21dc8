import { Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { ApiError } from '@/api/request';
import { useLimitSpeed } from '@/api/campaigns';
import type { Campaign } from '@/api/types';
import { words } from '@/words/en';
import { OptionalNumber } from '@/ui/OptionalNumber';
import { conflictSentence } from './conflict';

const say = words.speed;

export function SpeedButton({ campaign }: { campaign: Campaign }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={open}>
        {say.change}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={say.title}
        centered
        closeButtonProps={{ 'aria-label': words.common.close }}
      >
        <SpeedForm campaign={campaign} onDone={close} />
      </Modal>
    </>
  );
}

function SpeedForm({ campaign, onDone }: { campaign: Campaign; onDone: () => void }) {
  const limit = useLimitSpeed(campaign.id);
  const [value, setValue] = useState(campaign.limitPerSecond);
  const valid = value !== null && value > 0;
  const mistake = limit.error instanceof ApiError ? limit.error.field('perSecond') : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) limit.mutate(value, { onSuccess: onDone });
      }}
    >
      <Stack gap="md">
        <OptionalNumber
          label={say.field}
          description={say.hint}
          min={0}
          value={value}
          onValue={setValue}
          error={mistake ?? (limit.error === null ? undefined : conflictSentence(limit.error))}
          data-autofocus
        />
        <Group justify="flex-end" gap="sm">
          {campaign.limitPerSecond !== null && (
            <Button
              variant="default"
              disabled={limit.isPending}
              onClick={() => limit.mutate(null, { onSuccess: onDone })}
            >
              {say.lift}
            </Button>
          )}
          <Button type="submit" disabled={!valid} loading={limit.isPending}>
            {say.set}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
