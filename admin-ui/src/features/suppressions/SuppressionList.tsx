import { Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { itemsOf } from '@/api/pages';
import { suppressionsQuery } from '@/api/suppressions';
import type { Suppressed } from '@/api/types';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Moment } from '@/ui/Moment';
import { MorePages } from '@/ui/MorePages';
import { Filter } from './Filter';
import { reasonName, scopeName } from './scopes';

const route = getRouteApi('/shell/suppressions');
const say = words.suppressions;

export function SuppressionList() {
  const { q, reason, scope, lifted } = route.useSearch();
  const filtered = [q, reason, scope, lifted].some((each) => each !== undefined);
  const query = useInfiniteQuery(suppressionsQuery({ q, reason, scope, lifted }));
  const found = itemsOf(query.data);
  return (
    <Stack gap="md">
      <Filter />
      <Loaded query={query} height={240}>
        {() => (
          <>
            {found.length > 0 && <Rows found={found} />}
            {found.length === 0 && !query.hasNextPage && <Nobody filtered={filtered} />}
            {found.length === 0 && query.hasNextPage && <Text c="dimmed">{say.emptyPage}</Text>}
            <MorePages query={query} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Nobody({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title={say.noneFound} detail={say.noneFoundDetail}>
      <ButtonLink to="/suppressions" variant="default">
        {say.showAll}
      </ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState title={say.nothing} detail={say.nothingDetail} />
  );
}

function Rows({ found }: { found: Suppressed[] }) {
  return (
    <Table verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say.address}</Table.Th>
          <Table.Th visibleFrom="sm">{say.reason}</Table.Th>
          <Table.Th visibleFrom="sm">{say.scope}</Table.Th>
          <Table.Th visibleFrom="sm" ta="right">
            {say.since}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {found.map((each) => (
          <Row key={each.email} suppressed={each} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ suppressed: { email, stops } }: { suppressed: Suppressed }) {
  const [first] = stops;
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <AnchorLink
          from="/suppressions"
          to="."
          search={(before) => ({ ...before, show: email })}
          resetScroll={false}
          preload={false}
          fw={600}
          aria-label={say.open(email)}
        >
          {email}
        </AnchorLink>
        <Text size="sm" c="dimmed" hiddenFrom="sm">
          {first === undefined ? say.free : `${reasonName(first.reason)}: ${scopeName(first.scope)}`}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{first === undefined ? say.free : reasonName(first.reason)}</Table.Td>
      <Table.Td visibleFrom="sm">{[...new Set(stops.map(({ scope }) => scopeName(scope)))].join(', ')}</Table.Td>
      <Table.Td visibleFrom="sm" ta="right">
        {first !== undefined && <Moment at={first.since} />}
      </Table.Td>
    </Table.Tr>
  );
}
