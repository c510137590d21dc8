import { Box, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useRedrive } from '@/api/deadLetters';
import { words } from '@/words/en';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNotice } from '@/ui/ErrorNotice';

const say = words.deadLetters;

interface Props {
  queue: string;
  waiting: number;
  disabled: boolean;
  children: ReactNode;
}

export function RedriveAll({ queue, waiting, disabled, children }: Props) {
  const [opened, { open, close }] = useDisclosure();
  const redrive = useRedrive(queue);
  return (
    <Group justify="space-between" gap="sm">
      <Box>{children}</Box>
      <Button variant="default" onClick={open} disabled={disabled}>
        {say.redriveAll}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say.redriveTitle(say.queues[queue] ?? queue)}
        yes={say.redriveYes}
        pending={redrive.isPending}
        onYes={() => redrive.mutate({ all: true }, { onSuccess: close })}
        onNo={close}
      >
        <Text size="sm">{say.redriveText(waiting)}</Text>
        {redrive.error !== null && <ErrorNotice error={redrive.error} />}
      </ConfirmDialog>
    </Group>
  );
}
