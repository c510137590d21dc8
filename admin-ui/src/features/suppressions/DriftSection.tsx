import { Box, Button, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { itemsOf } from '@/api/pages';
import { driftQuery, useMend } from '@/api/suppressions';
import type { Drift, DriftDirection } from '@/api/types';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Loaded } from '@/ui/Loaded';
import { Moment } from '@/ui/Moment';
import { MorePages } from '@/ui/MorePages';
import { Section } from '@/ui/Section';
import { reasonName } from './scopes';

const say = words.suppressions.drift;
const directions = ['missingHere', 'missingAtSes'] as const;

/** Where SES's list and ours differ, and the way to make them one. */
export function DriftSection() {
  const [direction, setDirection] = useState<DriftDirection>('missingHere');
  return (
    <Section title={say.title} hint={say.hint}>
      <Box style={{ overflowX: 'auto' }}>
        <SegmentedControl
          aria-label={say.direction}
          value={direction}
          onChange={(chosen) => setDirection(chosen as DriftDirection)}
          data={directions.map((value) => ({ value, label: say.directions[value] }))}
        />
      </Box>
      <Text size="sm">{say.meaning[direction]}</Text>
      <Differences key={direction} direction={direction} />
    </Section>
  );
}

function Differences({ direction }: { direction: DriftDirection }) {
  const query = useInfiniteQuery(driftQuery(direction));
  const mend = useMend();
  const found = itemsOf(query.data);
  const next = mend.data?.next ?? null;
  return (
    <Loaded query={query} height={160}>
      {() => (
        <>
          {found.length === 0 && !query.hasNextPage && mend.data === undefined && <Text c="dimmed">{say.none}</Text>}
          {found.length === 0 && query.hasNextPage && <Text c="dimmed">{words.suppressions.emptyPage}</Text>}
          {found.length > 0 && <Rows found={found} />}
          <MorePages query={query} />
          {mend.error !== null && <ErrorNotice error={mend.error} />}
          <Group gap="md">
            {(found.length > 0 || next !== null) && (
              <Button loading={mend.isPending} onClick={() => mend.mutate({ direction, cursor: next })}>
                {next === null ? say.mend[direction] : say.again}
              </Button>
            )}
            <Text size="sm" role="status">
              {mend.data !== undefined && say.mended(mend.data.items.length)}
            </Text>
          </Group>
        </>
      )}
    </Loaded>
  );
}

function Rows({ found }: { found: Drift[] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.suppressions.address}</Table.Th>
          <Table.Th>{words.suppressions.reason}</Table.Th>
          <Table.Th visibleFrom="xs" ta="right">
            {words.suppressions.since}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {found.map(({ email, reason, since, lifted }) => (
          <Table.Tr key={email}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{email}</Table.Td>
            <Table.Td>
              {reasonName(reason)}
              {lifted && (
                <Text size="sm" c="dimmed">
                  {say.lifted}
                </Text>
              )}
            </Table.Td>
            <Table.Td visibleFrom="xs" ta="right">
              <Moment at={since} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
