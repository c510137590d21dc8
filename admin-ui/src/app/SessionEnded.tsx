import { Modal, Stack, Text } from '@mantine/core';
import { SignInForm } from '@/features/session/SignInForm';
import { words } from '@/words/en';

/** The session ended while a page was open: sign in right here, and what was typed is still there. */
export function SessionEnded({ opened }: { opened: boolean }) {
  return (
    <Modal
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      title={words.session.ended}
    >
      <Stack>
        <Text size="sm">{words.session.endedDetail}</Text>
        <SignInForm />
      </Stack>
    </Modal>
  );
}
