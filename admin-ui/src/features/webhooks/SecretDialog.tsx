import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { words } from '@/words/en';

const say = words.webhooks;

/** Only who says that it is copied closes it: a click beside it must not lose the secret. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Modal
      opened={secret !== ''}
      onClose={onClose}
      title={say.secretTitle}
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack gap="md">
        <Text size="sm">{say.secret}</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
          {secret}
        </Code>
        <Group justify="flex-end">
          <Button onClick={onClose}>{say.copied}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
