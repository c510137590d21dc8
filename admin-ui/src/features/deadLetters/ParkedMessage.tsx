import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useRedrive } from '@/api/deadLetters';
import type { DeadLetter } from '@/api/types';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { DiscardButton } from './DiscardButton';
import { MessageBody } from './MessageBody';

const say = words.deadLetters;

/** Why it is here comes first; the message itself for who wants to know more. */
export function ParkedMessage({ queue, message }: { queue: string; message: DeadLetter }) {
  const redrive = useRedrive(queue);
  return (
    <Paper withBorder p="md" component="article" aria-label={say.bodyOf(message.id)}>
      <Stack gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {message.cause ?? say.unknownCause}
        </Text>
        <Text size="sm" c="dimmed">
          {factsOf(message)}
        </Text>
        <MessageBody id={message.id} body={message.body} cut={message.cut} />
        {redrive.error !== null && <ErrorNotice error={redrive.error} />}
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            loading={redrive.isPending}
            onClick={() => redrive.mutate({ id: message.id })}
          >
            {say.redrive}
          </Button>
          <DiscardButton queue={queue} id={message.id} />
        </Group>
      </Stack>
    </Paper>
  );
}

function factsOf({ sentAt, tries, lastFailedAt }: DeadLetter): string {
  const facts = [say.first(sentAt)];
  if (tries > 0) facts.push(say.tries(tries));
  if (lastFailedAt !== null) facts.push(say.last(lastFailedAt));
  return facts.join(', ');
}
