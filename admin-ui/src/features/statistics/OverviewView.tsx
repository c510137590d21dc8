import { SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { statisticsFile, summaryQuery } from '@/api/statistics';
import type { Rates } from '@/api/types';
import { percent } from '@/words/counting';
import { words } from '@/words/en';
import { TimelineSection } from '@/ui/chart/TimelineSection';
import { EmptyState } from '@/ui/EmptyState';
import { FileLink } from '@/ui/FileLink';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import { rangeOf } from './RateCell';
import type { ViewProps } from './StatisticsPage';
import { TimesSection } from './TimesSection';

const route = getRouteApi('/shell/statistics');
const say = words.statistics;

/** Every rate of some days, and how they came about. */
export function OverviewView({ stream, days }: ViewProps) {
  const { bucket = 'day' } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = bucket === 'hour' ? Math.min(days, mostDaysOfHours) : days;
  const query = useQuery(summaryQuery(stream, days));
  return (
    <Loaded query={query} height={600}>
      {({ counts, rates, times }) =>
        Object.values(counts).every((n) => n === 0) ? (
          <EmptyState title={say.nothing} detail={say.nothingDetail} />
        ) : (
          <Stack gap="lg">
            <Section
              title={say.rates}
              hint={say.ratesHint}
              beside={<FileLink href={statisticsFile.summary(stream, days)} />}
            >
              <RatesTable rates={rates} />
              {counts.bouncedLate > 0 && <Text size="sm">{say.late(counts.bouncedLate)}</Text>}
              <Text size="sm" c="dimmed">
                {say.machines}
              </Text>
            </Section>
            {times !== null && <TimesSection times={times} />}
            <TimelineSection
              stream={stream}
              days={shown}
              bucket={bucket}
              beside={
                <>
                  <SegmentedControl
                    size="xs"
                    aria-label={say.bucket}
                    value={bucket}
                    onChange={(chosen) =>
                      void navigate({
                        search: (before) => ({ ...before, bucket: chosen === 'hour' ? 'hour' : undefined }),
                        resetScroll: false,
                      })
                    }
                    data={(['day', 'hour'] as const).map((value) => ({ value, label: say.buckets[value] }))}
                  />
                  <FileLink href={statisticsFile.timeline(stream, bucket, shown)} />
                </>
              }
            />
            <Text size="sm" c="dimmed">
              {say.utc}
            </Text>
          </Stack>
        )
      }
    </Loaded>
  );
}

/** More hours than these are no picture any more. */
const mostDaysOfHours = 7;

function RatesTable({ rates }: { rates: Rates }) {
  return (
    <Table aria-label={say.rates}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.common.name}</Table.Th>
          <Table.Th ta="right">{say.value}</Table.Th>
          <Table.Th ta="right" visibleFrom="xs">
            {say.interval}
          </Table.Th>
          <Table.Th>{say.share}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {(Object.keys(say.rate) as (keyof typeof say.rate)[]).map((name) => {
          const ratio = rates[name];
          return (
            <Table.Tr key={name}>
              <Table.Th scope="row">{say.rate[name]}</Table.Th>
              <Table.Td ta="right">{ratio.value === null ? words.common.nothingYet : percent(ratio.value)}</Table.Td>
              <Table.Td ta="right" visibleFrom="xs">
                <Text size="sm" c="dimmed">
                  {rangeOf(ratio)}
                </Text>
              </Table.Td>
              <Table.Td>
                {ratio.value === null ? (
                  <Text size="sm" c="dimmed">
                    {words.home.noRate}
                  </Text>
                ) : (
                  words.home.ratio(ratio.numerator, ratio.denominator, ratio.of)
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
