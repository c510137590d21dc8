import { Anchor, Drawer, Text } from '@mantine/core';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { messagesFile, messagesQuery } from '@/api/campaigns';
import { itemsOf } from '@/api/pages';
import type { PeoplePage } from '@/api/types';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { MorePages } from '@/ui/MorePages';
import { isOutcome, type Outcome } from './outcomes';
import { PeopleList } from './PeopleList';

const route = getRouteApi('/shell/campaigns/$campaignId');

interface Props {
  campaignId: string;
  /** How many there are to look through. */
  audience: number;
}

/** The people in one figure. Which one stands in the address: it can be sent to a colleague, and "back" closes it. */
export function PeopleDrawer({ campaignId, audience }: Props) {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const opened = isOutcome(show);
  // Kept while the drawer slides away: its words must not change on the way out.
  const [last, setLast] = useState<Outcome | null>(opened ? show : null);
  if (opened && show !== last) setLast(show);

  return (
    <Drawer
      opened={opened}
      onClose={() => void navigate({ search: {}, replace: true, resetScroll: false })}
      position="right"
      size="lg"
      title={last === null ? '' : words.counts[last]}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      {last !== null && <People campaignId={campaignId} audience={audience} outcome={last} />}
    </Drawer>
  );
}

function People({ campaignId, audience, outcome }: Props & { outcome: Outcome }) {
  const query = useInfiniteQuery({ ...messagesQuery(campaignId, outcome), refetchOnWindowFocus: false });
  const messages = itemsOf(query.data);
  const { looking, lookedAt } = useLookingOn(query);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {words.meaning[outcome]}
      </Text>
      <Anchor href={messagesFile(campaignId, outcome)} download size="sm" mb="md" display="inline-block">
        {words.file.people}
      </Anchor>
      <Loaded query={query} height={300}>
        {() => (
          <>
            {messages.length === 0 && !query.hasNextPage && <Text>{words.outcomes.none}</Text>}
            <PeopleList messages={messages} history />
            {looking ? (
              <Text role="status" mt="md">
                {words.outcomes.looking(lookedAt, Math.max(audience, lookedAt), messages.length)}
              </Text>
            ) : (
              <MorePages query={query} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** Few people among many are pages apart: as long as a page has nobody the next one is read, without anybody pressing a button. */
function useLookingOn(query: ReturnType<typeof useInfiniteQuery<PeoplePage, Error, InfiniteData<PeoplePage>>>) {
  const { data, hasNextPage, isError, isFetching, fetchNextPage } = query;
  const looking = hasNextPage && !isError && data?.pages.at(-1)?.items.length === 0;
  useEffect(() => {
    if (looking && !isFetching) void fetchNextPage();
  }, [looking, isFetching, fetchNextPage, data]);
  return { looking, lookedAt: data?.pages.reduce((sum, page) => sum + page.lookedAt, 0) ?? 0 };
}
