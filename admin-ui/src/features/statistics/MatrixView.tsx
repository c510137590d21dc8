import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { matrixQuery, statisticsFile } from '@/api/statistics';
import type { StatusMatrix } from '@/api/types';
import { count } from '@/words/counting';
import { words } from '@/words/en';
import { FileLink } from '@/ui/FileLink';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import type { ViewProps } from './StatisticsPage';

const say = words.statistics.matrix;

/** Which domains' servers answered what. */
export function MatrixView({ stream, days }: ViewProps) {
  const query = useQuery(matrixQuery(stream, days));
  return (
    <Section title={say.title} hint={say.hint} beside={<FileLink href={statisticsFile.matrix(stream, days)} />}>
      <Loaded query={query} height={240}>
        {(matrix) => (matrix.items.length === 0 ? <Text c="dimmed">{say.nothing}</Text> : <Matrix matrix={matrix} />)}
      </Loaded>
    </Section>
  );
}

function Matrix({ matrix: { statuses, items } }: { matrix: StatusMatrix }) {
  const most = Math.max(...items.flatMap(({ counts }) => counts));
  return (
    <Table.ScrollContainer
      minWidth={200 + statuses.length * 80}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={say.table}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.domain}</Table.Th>
            {statuses.map((status) => (
              <Table.Th key={status} ta="right">
                {status}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ domain, counts }) => (
            <Table.Tr key={domain}>
              <Table.Th scope="row" style={{ overflowWrap: 'anywhere' }}>
                {domain}
              </Table.Th>
              {statuses.map((status, index) => (
                <Table.Td key={status} ta="right" style={{ background: shade(counts[index] ?? 0, most) }}>
                  {(counts[index] ?? 0) === 0 ? '' : count(counts[index] ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** By the square root, so that a few beside very many are still seen; never so dark that the figure cannot be read. */
function shade(n: number, most: number): string | undefined {
  if (n === 0) return undefined;
  return `color-mix(in srgb, var(--bucket-refused) ${Math.round(6 + 34 * Math.sqrt(n / most))}%, transparent)`;
}
