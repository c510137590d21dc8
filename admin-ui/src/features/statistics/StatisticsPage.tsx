import { Box, Group, SegmentedControl, Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Stream } from '@/api/types';
import { words } from '@/words/en';
import { Page } from '@/ui/Page';
import { BreakdownView } from './BreakdownView';
import { CompareView } from './CompareView';
import { MatrixView } from './MatrixView';
import { OverviewView } from './OverviewView';

const route = getRouteApi('/shell/statistics');
const say = words.statistics;
const views = { overview: OverviewView, breakdown: BreakdownView, matrix: MatrixView, compare: CompareView };
type View = keyof typeof views;
const usualDays = 30;
/** What is told apart is kept for so long. */
const mostDaysApart = 60;

/** The analyst's desk. What is looked at stands in the address: it can be sent to a colleague. */
export function StatisticsPage() {
  const { view = 'overview', stream = 'all', days: wanted = usualDays } = route.useSearch();
  const periods = view === 'overview' ? [7, usualDays, 90, 365] : [7, usualDays, mostDaysApart];
  const days = periods.includes(wanted) ? wanted : Math.min(wanted, mostDaysApart);
  const navigate = route.useNavigate();
  const Shown = views[view];
  return (
    <Page wide title={say.title}>
      <Group gap="md" mb="lg">
        <Box style={{ overflowX: 'auto' }}>
          <SegmentedControl
            aria-label={say.which}
            value={view}
            onChange={(chosen) => void navigate({ search: (before) => ({ ...before, view: chosen as View }) })}
            data={(Object.keys(views) as View[]).map((value) => ({ value, label: say.views[value] }))}
          />
        </Box>
        {view !== 'compare' && (
          <>
            <Select
              aria-label={words.home.stream}
              w={160}
              allowDeselect={false}
              value={stream}
              data={(['all', 'campaigns', 'notifications'] as const).map((value) => ({
                value,
                label: words.home.streams[value],
              }))}
              onChange={(chosen) =>
                void navigate({
                  search: (before) => ({ ...before, stream: chosen === 'all' ? undefined : (chosen as 'campaigns') }),
                })
              }
            />
            <Select
              aria-label={say.period}
              w={160}
              allowDeselect={false}
              value={String(days)}
              data={periods.map((n) => ({ value: String(n), label: say.days(n) }))}
              onChange={(chosen) =>
                void navigate({
                  search: (before) => ({ ...before, days: Number(chosen) === usualDays ? undefined : Number(chosen) }),
                })
              }
            />
          </>
        )}
      </Group>
      <Shown stream={stream} days={days} />
    </Page>
  );
}

export interface ViewProps {
  stream: Stream;
  days: number;
}
