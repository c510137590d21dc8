import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { campaignStatisticsQuery, isActive, underWayQuery } from '@/api/campaigns';
import type { Campaign } from '@/api/types';
import { decimal, soon } from '@/words/counting';
import { words } from '@/words/en';
import { doneOf } from '@/ui/books/books';
import { BooksBar } from '@/ui/books/BooksBar';
import { AnchorLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import { StateBadge } from '@/ui/StateBadge';

export function RunningNow() {
  const query = useQuery(underWayQuery);
  return (
    <Section title={words.home.running}>
      <Loaded query={query} height={110}>
        {(running) =>
          running.length === 0 ? (
            <Text c="dimmed">{words.home.runningNothing}</Text>
          ) : (
            <Stack gap="lg">
              {running.map((campaign) => (
                <Running key={campaign.id} campaign={campaign} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function Running({ campaign }: { campaign: Campaign }) {
  const { data: statistics } = useQuery(campaignStatisticsQuery(campaign.id, campaign.state));
  const books = statistics?.books ?? campaign.books;
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <AnchorLink to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} fw={600} truncate>
          {campaign.name}
        </AnchorLink>
        <StateBadge state={campaign.state} />
      </Group>
      <BooksBar books={books} thin />
      <Text size="sm" c="dimmed" mih={22}>
        {words.live.sending(doneOf(books), books.audience)}{' '}
        {statistics !== undefined && isActive(campaign.state) && words.common.perSecond(decimal(statistics.rate))}
        {statistics?.endsAt != null &&
          isActive(campaign.state) &&
          `. ${words.live.sendingEnds(soon(statistics.endsAt))}`}
      </Text>
      {campaign.pause !== null && (
        <Text size="sm" c="orange">
          {campaign.pause.what}
        </Text>
      )}
    </Stack>
  );
}
