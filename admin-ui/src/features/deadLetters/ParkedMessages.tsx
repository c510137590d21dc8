import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deadLettersQuery } from '@/api/deadLetters';
import type { DeadLetterLook } from '@/api/types';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import { ParkedMessage } from './ParkedMessage';
import { RedriveAll } from './RedriveAll';

const say = words.deadLetters;

export function ParkedMessages({ queue }: { queue: string }) {
  const query = useQuery(deadLettersQuery(queue));
  return (
    <Section title={say.queues[queue] ?? queue} hint={say.meaning[queue]}>
      <Loaded query={query} height={240}>
        {(look) => (
          <Stack gap="md">
            <Move move={look.move} />
            {look.items.length === 0 ? (
              <EmptyState title={say.none} detail={say.noneDetail} />
            ) : (
              <Messages look={look} />
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Messages({ look }: { look: DeadLetterLook }) {
  const sent = look.items.map(({ sentAt }) => sentAt).toSorted();
  return (
    <>
      <RedriveAll queue={look.queue} waiting={look.waiting} disabled={look.move?.running === true}>
        <Text size="sm">{say.summary(look.waiting, sent[0] ?? null)}</Text>
        {!look.complete && (
          <Text size="sm" c="dimmed">
            {say.some(look.items.length, look.waiting)}
          </Text>
        )}
      </RedriveAll>
      {look.items.map((message) => (
        <ParkedMessage key={message.id} queue={look.queue} message={message} />
      ))}
    </>
  );
}

/** What became of sending all back. */
function Move({ move }: { move: DeadLetterLook['move'] }) {
  if (move === null || move === undefined) return null;
  const said =
    move.failure !== null
      ? say.moveFailed(move.failure)
      : move.running
        ? say.moving(move.moved, move.of)
        : say.moved(move.moved, move.startedAt);
  return (
    <Text size="sm" role="status" c={move.failure !== null ? 'red' : 'dimmed'}>
      {said}
    </Text>
  );
}
