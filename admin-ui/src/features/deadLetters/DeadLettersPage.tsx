import { Box, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { deadLetterQueuesQuery } from '@/api/deadLetters';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { Page } from '@/ui/Page';
import { DiscardedList } from './DiscardedList';
import { ParkedMessages } from './ParkedMessages';

const route = getRouteApi('/shell/dead-letters');
const say = words.deadLetters;
const DISCARDED = 'discarded';

/** What could not be processed: by queue, with the cause and the ways out. */
export function DeadLettersPage() {
  const { queue: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const queues = useQuery(deadLetterQueuesQuery);
  return (
    <Page title={say.title}>
      <Loaded query={queues} height={320}>
        {({ items }) => {
          // Nobody has to look for where something is parked.
          const fullest = items.toSorted((one, other) => other.waiting - one.waiting)[0]?.queue ?? DISCARDED;
          const known = chosen === DISCARDED || items.some(({ queue }) => queue === chosen);
          const shown = chosen !== undefined && known ? chosen : fullest;
          return (
            <Stack gap="lg">
              <Text c="dimmed" maw={640}>
                {say.intro}
              </Text>
              <Box style={{ overflowX: 'auto' }}>
                <SegmentedControl
                  aria-label={say.which}
                  value={shown}
                  onChange={(queue) => void navigate({ search: { queue }, resetScroll: false })}
                  data={[
                    ...items.map(({ queue, waiting }) => ({
                      value: queue,
                      label: `${say.queues[queue] ?? queue} (${say.waiting(waiting)})`,
                    })),
                    { value: DISCARDED, label: say.discarded },
                  ]}
                />
              </Box>
              {shown === DISCARDED ? <DiscardedList /> : <ParkedMessages key={shown} queue={shown} />}
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}
