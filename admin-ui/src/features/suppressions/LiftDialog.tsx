import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { ApiError } from '@/api/request';
import { useLift } from '@/api/suppressions';
import type { Suppression } from '@/api/types';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { scopeName } from './scopes';

const say = words.suppressions.lift;

interface Props {
  email: string;
  stop: Suppression;
}

export function LiftButton(props: Props) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {say.button}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={say.title(scopeName(props.stop.scope))}
        centered
        closeButtonProps={{ 'aria-label': words.common.close }}
      >
        <LiftForm {...props} onDone={close} />
      </Modal>
    </>
  );
}

/** Says what it risks, and asks why: whoever comes later must be able to understand it. */
function LiftForm({ email, stop, onDone }: Props & { onDone: () => void }) {
  const lift = useLift(email);
  const [why, setWhy] = useState('');
  const risk = say.risk[stop.reason];
  const mistake = lift.error instanceof ApiError ? lift.error.field('why') : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        lift.mutate({ scope: stop.scope, why: why.trim() }, { onSuccess: onDone });
      }}
    >
      <Stack gap="md">
        {risk !== undefined && (
          <Alert color="orange" variant="light">
            {risk}
          </Alert>
        )}
        <Text size="sm">
          {say.text(email)} {stop.scope === 'everything' && say.everything}
        </Text>
        <Textarea
          label={say.why}
          description={say.whyHint}
          rows={2}
          maxLength={300}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          error={mistake}
          data-autofocus
        />
        {lift.error !== null && mistake === undefined && <ErrorNotice error={lift.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone} disabled={lift.isPending}>
            {words.common.notYet}
          </Button>
          <Button type="submit" disabled={why.trim() === ''} loading={lift.isPending}>
            {say.yes}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
