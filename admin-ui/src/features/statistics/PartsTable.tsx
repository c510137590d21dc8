import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Counts, Rates } from '@/api/types';
import { count } from '@/words/counting';
import { words } from '@/words/en';
import { RateCell } from './RateCell';

const say = words.statistics;
const columns = ['delivered', 'bounced', 'softBounced', 'complained', 'opened', 'clicked', 'unsubscribed'] as const;

interface Part {
  key: string;
  name: ReactNode;
  counts: Counts;
  rates: Rates;
}

/** Parts of the mail side by side; each column says what its rates are rates of. */
export function PartsTable({ parts, label }: { parts: Part[]; label: string }) {
  return (
    <Table.ScrollContainer minWidth={960} type="native" tabIndex={0} role="region" aria-label={label}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.breakdown.key}</Table.Th>
            <Table.Th ta="right">{words.counts.accepted}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} ta="right">
                {say.rate[name]}
                <Text size="xs" c="dimmed" fw={400}>
                  {words.common.of('', parts[0]?.rates[name].of ?? '').trim()}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map(({ key, name, counts, rates }) => (
            <Table.Tr key={key} style={{ verticalAlign: 'top' }}>
              <Table.Th scope="row" style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Table.Th>
              <Table.Td ta="right">{count(counts.accepted)}</Table.Td>
              {columns.map((column) => (
                <Table.Td key={column} ta="right">
                  <RateCell ratio={rates[column]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
