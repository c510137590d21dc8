import { SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { summaryQuery } from '@/api/statistics';
import type { Stream } from '@/api/types';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { TimelineSection } from '@/ui/chart/TimelineSection';
import { Page } from '@/ui/Page';
import { Outcomes } from './Outcomes';
import { QuotaSection } from './QuotaSection';
import { Reputation } from './Reputation';
import { RunningNow } from './RunningNow';
import { SummarySentence } from './SummarySentence';

const route = getRouteApi('/shell/');
const days = 30;

export function HomePage() {
  const { stream = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const summary = useQuery(summaryQuery(stream, days));
  const choose = (chosen: Stream) => void navigate({ search: { stream: chosen === 'all' ? undefined : chosen } });
  return (
    <Page
      title={words.home.title}
      actions={
        <SegmentedControl
          aria-label={words.home.stream}
          value={stream}
          onChange={choose}
          data={(['all', 'campaigns', 'notifications'] as const).map((value) => ({
            value,
            label: words.home.streams[value],
          }))}
        />
      }
    >
      <Stack gap="lg">
        <Loaded query={summary} height={900}>
          {(data) => (
            <Stack gap="lg">
              <SummarySentence summary={data} stream={stream} days={days} />
              {data.counts.accepted > 0 && <Reputation summary={data} />}
              {Object.values(data.counts).some((n) => n > 0) && (
                <>
                  <Outcomes counts={data.counts} />
                  <TimelineSection stream={stream} days={days} />
                </>
              )}
            </Stack>
          )}
        </Loaded>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <RunningNow />
          <QuotaSection />
        </SimpleGrid>
      </Stack>
    </Page>
  );
}
