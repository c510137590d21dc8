import { Anchor, Drawer, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { messagesFile, messagesQuery } from '@/api/campaigns';
import { itemsOf } from '@/api/pages';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { MorePages } from '@/ui/MorePages';
import { isOutcome, type Outcome } from './outcomes';
import { PeopleList } from './PeopleList';

const route = getRouteApi('/shell/campaigns/$campaignId');

/** The people in one figure. Which one stands in the address: it can be sent to a colleague, and "back" closes it. */
export function PeopleDrawer({ campaignId }: { campaignId: string }) {
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
      {last !== null && <People campaignId={campaignId} outcome={last} />}
    </Drawer>
  );
}

function People({ campaignId, outcome }: { campaignId: string; outcome: Outcome }) {
  const query = useInfiniteQuery(messagesQuery(campaignId, outcome));
  const messages = itemsOf(query.data);
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
            {messages.length === 0 && <Text>{words.outcomes.none}</Text>}
            <PeopleList messages={messages} history />
            <MorePages query={query} />
          </>
        )}
      </Loaded>
    </>
  );
}
