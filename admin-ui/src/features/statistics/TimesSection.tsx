import { Table, Text } from '@mantine/core';
import type { Times, TimesTaken } from '@/api/types';
import { count } from '@/words/counting';
import { words } from '@/words/en';
import { Section } from '@/ui/Section';

const say = words.statistics.times;

/** How long notifications took from when each could go, however long it waited on purpose before. */
export function TimesSection({ times }: { times: Times }) {
  return (
    <Section title={say.title} hint={say.hint}>
      {Object.values(times).every((taken) => taken.count === 0) ? (
        <Text c="dimmed">{say.nothing}</Text>
      ) : (
        <Table aria-label={say.title} maw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.way}</Table.Th>
              <Table.Th ta="right">{say.half}</Table.Th>
              <Table.Th ta="right">{say.most}</Table.Th>
              <Table.Th ta="right" visibleFrom="xs">
                {say.count}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(Object.keys(say.ways) as (keyof Times)[]).map((way) => (
              <Row key={way} name={say.ways[way]} taken={times[way]} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function Row({ name, taken }: { name: string; taken: TimesTaken }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {name}
        <Text span display="block" size="xs" c="dimmed" hiddenFrom="xs">
          {say.of(taken.count)}
        </Text>
      </Table.Th>
      <Table.Td ta="right">{within(taken.p50Millis, taken.p50OrMore)}</Table.Td>
      <Table.Td ta="right">{within(taken.p95Millis, taken.p95OrMore)}</Table.Td>
      <Table.Td ta="right" visibleFrom="xs">
        {count(taken.count)}
      </Table.Td>
    </Table.Tr>
  );
}

export function within(millis: number | null, orMore: boolean): string {
  if (millis === null) return words.common.nothingYet;
  return orMore ? say.more(millis) : say.about(millis);
}
