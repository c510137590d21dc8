import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Rates, Ratio } from '@/api/types';
import { count, percent } from '@/words/counting';
import { words } from '@/words/en';
import { RateCell } from './RateCell';

const say = words.statistics;
const columns = ['delivered', 'bounced', 'softBounced', 'complained', 'opened', 'clicked', 'unsubscribed'] as const;

interface Part {
  key: string;
  name: ReactNode;
  rates: Rates;
}

/** Parts of the mail side by side, and above them what their rates are rates of. */
export function PartsTable({ parts, label }: { parts: Part[]; label: string }) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {denominators(parts)}
      </Text>
      <Table.ScrollContainer minWidth={900} type="native" tabIndex={0} role="region" aria-label={label}>
        <Table highlightOnHover fz="sm">
          <Table.Thead>
            <Table.Tr style={{ verticalAlign: 'bottom' }}>
              <Table.Th miw={200}>{say.breakdown.key}</Table.Th>
              <Table.Th ta="right">{say.breakdown.messages}</Table.Th>
              {columns.map((name) => (
                <Table.Th key={name} ta="right">
                  {say.rate[name]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map(({ key, name, rates }) => (
              <Table.Tr key={key} style={{ verticalAlign: 'top' }}>
                <Table.Th scope="row" style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">{count(rates.delivered.denominator)}</Table.Td>
                {columns.map((column) => (
                  <Table.Td key={column} ta="right">
                    <RateCell ratio={rates[column]} />
                    {(column === 'opened' || column === 'clicked') && <ByPeople ratio={rates[`${column}ByHuman`]} />}
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

/** How often it was people, beside how often it was anybody, programs included. */
function ByPeople({ ratio }: { ratio: Ratio }) {
  if (ratio.value === null) return null;
  return (
    <Text size="xs" style={{ whiteSpace: 'nowrap' }}>
      {say.byPeople(percent(ratio.value))}
    </Text>
  );
}

/** "Delivered and bounced: of accepted by SES. Opened: of delivered." */
function denominators([first]: Part[]): string {
  if (first === undefined) return '';
  const kinds = [...new Set(columns.map((column) => first.rates[column].of))];
  const named = (of: string) => columns.filter((column) => first.rates[column].of === of).map((name) => say.rate[name]);
  return kinds.map((of) => say.denominator(named(of), of)).join(' ');
}
