import { Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { words } from '@/words/en';
import { ConfirmDialog } from './ConfirmDialog';

/** Asks before a page with unsaved changes is left, also by the browser's own ways out. */
export function UnsavedChanges({ when }: { when: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={status === 'blocked'}
      title={words.leaving.title}
      yes={words.leaving.leave}
      no={words.leaving.stay}
      danger
      onYes={() => proceed?.()}
      onNo={() => reset?.()}
    >
      <Text size="sm">{words.leaving.text}</Text>
    </ConfirmDialog>
  );
}
