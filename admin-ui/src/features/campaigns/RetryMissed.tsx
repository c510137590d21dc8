import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { missedQuery, useRetryMissed } from '@/api/campaigns';
import type { Campaign, Missed } from '@/api/types';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { conflictSentence } from './conflict';

const say = words.retry;

export function RetryButton({ campaign }: { campaign: Campaign }) {
  const [opened, { open, close }] = useDisclosure();
  const query = useQuery({ ...missedQuery(campaign.id), enabled: opened });
  return (
    <>
      <Button variant="default" onClick={open}>
        {say.button}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={say.title}
        centered
        closeButtonProps={{ 'aria-label': words.common.close }}
      >
        <Loaded query={query} height={180}>
          {(missed) => <Choice campaign={campaign} missed={missed} onDone={close} />}
        </Loaded>
      </Modal>
    </>
  );
}

/** Who may get it twice, or did not belong to it, is written to only by a choice of its own. */
function Choice({ campaign, missed, onDone }: { campaign: Campaign; missed: Missed; onDone: () => void }) {
  const retry = useRetryMissed(campaign.id);
  const [unknown, setUnknown] = useState(false);
  const [newcomers, setNewcomers] = useState(false);
  const people = missed.refused + (unknown ? missed.unknown : 0) + (newcomers ? missed.newcomers : 0);
  if (missed.refused + missed.unknown + missed.newcomers === 0) return <Text>{say.nobody}</Text>;
  return (
    <Stack gap="md">
      <Text size="sm">{say.refused(missed.refused)}</Text>
      {missed.unknown > 0 && (
        <Checkbox
          label={say.unknown(missed.unknown)}
          description={say.unknownHint}
          checked={unknown}
          onChange={(event) => setUnknown(event.currentTarget.checked)}
        />
      )}
      {missed.newcomers > 0 && (
        <Checkbox
          label={say.newcomers(missed.newcomers)}
          description={say.newcomersHint}
          checked={newcomers}
          onChange={(event) => setNewcomers(event.currentTarget.checked)}
        />
      )}
      <Text size="sm" c="dimmed">
        {say.never}
      </Text>
      {retry.error !== null && (
        <Alert color="orange" variant="light" role="alert">
          {conflictSentence(retry.error)}
        </Alert>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onDone} disabled={retry.isPending} data-autofocus>
          {words.common.notYet}
        </Button>
        <Button
          disabled={people === 0}
          loading={retry.isPending}
          onClick={() => retry.mutate({ unknown, newcomers }, { onSuccess: onDone })}
        >
          {people === 0 ? say.choose : say.yes(people)}
        </Button>
      </Group>
    </Stack>
  );
}
