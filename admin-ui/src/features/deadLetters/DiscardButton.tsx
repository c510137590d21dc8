import { Button, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { ApiError } from '@/api/request';
import { useDiscard } from '@/api/deadLetters';
import { words } from '@/words/en';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNotice } from '@/ui/ErrorNotice';

const say = words.deadLetters;

/** Asks why: whoever comes later must be able to understand it. */
export function DiscardButton({ queue, id }: { queue: string; id: string }) {
  const [opened, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const discard = useDiscard(queue);
  const mistake = discard.error instanceof ApiError ? discard.error.field('reason') : undefined;
  return (
    <>
      <Button size="xs" variant="subtle" color="red" onClick={open}>
        {say.discard}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say.discardTitle}
        yes={say.discard}
        danger
        pending={discard.isPending}
        disabled={reason.trim() === ''}
        onYes={() => discard.mutate({ id, reason: reason.trim() }, { onSuccess: close })}
        onNo={close}
      >
        <Text size="sm">{say.discardText}</Text>
        <Textarea
          label={say.reason}
          description={say.reasonHint}
          rows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={mistake}
          data-autofocus
        />
        {discard.error !== null && mistake === undefined && <ErrorNotice error={discard.error} />}
      </ConfirmDialog>
    </>
  );
}
