import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '@/api/pages';
import type { WebhookDelivery } from '@/api/types';
import { deliveriesQuery, useReplay, useReplayFailed } from '@/api/webhooks';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Loaded } from '@/ui/Loaded';
import { Moment } from '@/ui/Moment';
import { MorePages } from '@/ui/MorePages';

const say = words.webhooks;
const colours: Record<string, string> = { waiting: 'orange', delivered: 'green', failed: 'red' };

export function DeliveryLog({ id }: { id: string }) {
  const query = useInfiniteQuery(deliveriesQuery(id));
  const replay = useReplay(id);
  const all = useReplayFailed(id);
  const error = replay.error ?? all.error;
  const found = itemsOf(query.data);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Title order={2}>{say.log}</Title>
        {found.some(({ state }) => state === 'failed') && (
          <Button size="xs" variant="default" loading={all.isPending} onClick={() => all.mutate()}>
            {say.replayAll}
          </Button>
        )}
      </Group>
      <Text size="sm" role="status">
        {all.data !== undefined && say.replayed(all.data)}
      </Text>
      {error !== null && <ErrorNotice error={error} />}
      <Loaded query={query} height={240}>
        {() =>
          found.length === 0 && !query.hasNextPage ? (
            <EmptyState title={say.logEmpty} detail={say.logEmptyDetail} />
          ) : (
            <>
              <Table verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{say.event}</Table.Th>
                    <Table.Th>{say.result}</Table.Th>
                    <Table.Th />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {found.map((delivery) => (
                    <Row
                      key={delivery.eventId}
                      delivery={delivery}
                      pending={replay.isPending && replay.variables === delivery.eventId}
                      onReplay={() => replay.mutate(delivery.eventId)}
                    />
                  ))}
                </Table.Tbody>
              </Table>
              <MorePages query={query} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

interface RowProps {
  delivery: WebhookDelivery;
  pending: boolean;
  onReplay: () => void;
}

function Row({ delivery, pending, onReplay }: RowProps) {
  const { eventId, type, state, status, error, tries, createdAt, nextTryAt } = delivery;
  const answer = [status, error].filter((each) => each !== null).join(' ');
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">{type}</Text>
        <Text size="sm" c="dimmed">
          <Moment at={createdAt} />
        </Text>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Badge variant="light" color={colours[state] ?? 'gray'} tt="none" fw={600}>
          {say.states[state] ?? state}
        </Badge>
        <Text size="sm" c="dimmed">
          {[answer, say.tries(tries)].filter((each) => each !== '').join(', ')}
          {nextTryAt !== null && (
            <>
              , {say.nextTry} <Moment at={nextTryAt} />
            </>
          )}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {state !== 'waiting' && (
          <Button size="xs" variant="default" loading={pending} onClick={onReplay} aria-label={say.replayOf(eventId)}>
            {say.replay}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
