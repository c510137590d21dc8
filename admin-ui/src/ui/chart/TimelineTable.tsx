import { Table } from '@mantine/core';
import { count, dayName, hourName } from '@/words/counting';
import { words } from '@/words/en';
import type { Bucket, Point } from './days';

const columns = ['accepted', 'delivered', 'bounced', 'complained'] as const;

/** The same figures to read line by line, latest first. */
export function TimelineTable({ points, bucket = 'day' }: { points: Point[]; bucket?: Bucket }) {
  return (
    <Table.ScrollContainer
      minWidth={420}
      maxHeight={320}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={words.chart.table}
    >
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.chart.when[bucket]}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} ta="right">
                {words.counts[name]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map((point) => (
            <Table.Tr key={point.at}>
              <Table.Th scope="row">{bucket === 'day' ? dayName(point.at) : hourName(point.at)}</Table.Th>
              {columns.map((name) => (
                <Table.Td key={name} ta="right">
                  {count(point[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
