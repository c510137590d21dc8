import { Table, Text } from '@mantine/core';
import type { Breakdown, Times, TimesTaken } from '@/api/types';
import { words } from '@/words/en';
import { within } from './TimesSection';

const say = words.statistics.times;
const ways = Object.keys(say.ways) as (keyof Times)[];

/** How fast the notifications of each part went; parts that are no notifications have no times. */
export function PartsTimes({ items }: { items: Breakdown['items'] }) {
  const timed = items.flatMap(({ key, name, times }) =>
    times !== null && ways.some((way) => times[way].count > 0) ? [{ key, name, times }] : [],
  );
  if (timed.length === 0) return null;
  return (
    <>
      <Text fw={600}>{say.title}</Text>
      <Text size="sm" c="dimmed">
        {say.pair}
      </Text>
      <Table.ScrollContainer minWidth={640} type="native" tabIndex={0} role="region" aria-label={say.title}>
        <Table fz="sm" aria-label={say.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th miw={150}>{words.statistics.breakdown.key}</Table.Th>
              {ways.map((way) => (
                <Table.Th key={way} ta="right">
                  {say.ways[way]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {timed.map(({ key, name, times }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Table.Th>
                {ways.map((way) => (
                  <Table.Td key={way} ta="right">
                    {pairOf(times[way])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

const pairOf = ({ p50Millis, p50OrMore, p95Millis, p95OrMore }: TimesTaken) =>
  say.both(within(p50Millis, p50OrMore), within(p95Millis, p95OrMore));
