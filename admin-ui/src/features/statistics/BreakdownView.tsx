import { Select, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { breakdownQuery, statisticsFile } from '@/api/statistics';
import type { Breakdown } from '@/api/types';
import { count } from '@/words/counting';
import { words } from '@/words/en';
import { bouncedOf } from '@/ui/bounces';
import { FileLink } from '@/ui/FileLink';
import { AnchorLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import { PartsTable } from './PartsTable';
import { PartsTimes } from './PartsTimes';
import type { ViewProps } from './StatisticsPage';

const route = getRouteApi('/shell/statistics');
const say = words.statistics.breakdown;
type Kind = keyof typeof say.kinds;

/** Some days' mail told apart by one thing. */
export function BreakdownView({ stream, days }: ViewProps) {
  const { by = 'domain' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(breakdownQuery(by, stream, days));
  return (
    <Section title={say.title} beside={<FileLink href={statisticsFile.breakdown(by, stream, days)} />}>
      <Select
        label={say.by}
        maw={320}
        allowDeselect={false}
        value={by}
        data={Object.entries(say.kinds).map(([value, label]) => ({ value, label }))}
        onChange={(chosen) =>
          void navigate({
            search: (before) => ({ ...before, by: chosen === 'domain' ? undefined : (chosen as Kind) }),
            resetScroll: false,
          })
        }
      />
      <Loaded query={query} height={240}>
        {({ items }) => <Parts items={items} by={by} />}
      </Loaded>
    </Section>
  );
}

function Parts({ items, by }: { items: Breakdown['items']; by: Kind }) {
  if (items.length === 0) return <Text c="dimmed">{say.nothing}</Text>;
  if (by === 'bounceType' || by === 'smtpStatus') return <Bounces items={items} by={by} />;
  const parts = items.map(({ key, name, rates }) => ({
    key,
    rates,
    name:
      by === 'campaign' ? (
        <AnchorLink to="/campaigns/$campaignId" params={{ campaignId: key }}>
          {name}
        </AnchorLink>
      ) : (
        name
      ),
  }));
  return (
    <>
      <PartsTable parts={parts} label={say.kinds[by]} />
      <PartsTimes items={items} />
    </>
  );
}

/** What bounced told apart has bounces alone: a rate of it would have nothing to be a rate of. */
function Bounces({ items, by }: { items: Breakdown['items']; by: Kind }) {
  return (
    <Table maw={560} aria-label={say.kinds[by]}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say.kinds[by]}</Table.Th>
          <Table.Th ta="right">{say.bounces}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ key, name, counts }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Table.Th>
            <Table.Td ta="right">{count(bouncedOf(counts))}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
