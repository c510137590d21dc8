import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '@/words/en';

interface Props {
  opened: boolean;
  title: string;
  yes: string;
  no?: string;
  danger?: boolean;
  pending?: boolean;
  /** Something is still to be answered before yes can be said. */
  disabled?: boolean;
  onYes: () => void;
  onNo: () => void;
  children: ReactNode;
}

/** Says exactly what will happen, and asks. The way back is the first thing in focus. */
export function ConfirmDialog({ opened, title, yes, no, danger, pending, disabled, onYes, onNo, children }: Props) {
  // What is under way can no longer be called off here, so nothing pretends that it could.
  const close = pending === true ? () => undefined : onNo;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <Stack gap="md">
        {children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close} disabled={pending} data-autofocus>
            {no ?? words.common.notYet}
          </Button>
          <Button color={danger === true ? 'red' : undefined} onClick={onYes} loading={pending} disabled={disabled}>
            {yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
