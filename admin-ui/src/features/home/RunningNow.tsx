import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { campaignStatisticsQuery, isActive, underWayQuery } from '@/api/campaigns';
import type { Books, Campaign, CampaignStatistics } from '@/api/types';
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
        {sentenceOf(campaign, books, statistics)}
      </Text>
      {campaign.pause !== null && (
        <Text size="sm" c="orange">
          {campaign.pause.what}
        </Text>
      )}
    </Stack>
  );
}

function sentenceOf({ state, holdUntil }: Campaign, books: Books, statistics: CampaignStatistics | undefined): string {
  if (state === 'launching') return holdUntil === null ? words.live.launching : words.live.held;
  const done = words.live.sending(doneOf(books), books.audience);
  if (statistics === undefined || !isActive(state)) return done;
  const rate = words.common.perSecond(decimal(statistics.rate));
  const ends = statistics.endsAt === null ? '' : ` ${words.live.sendingEnds(soon(statistics.endsAt))}`;
  return `${done} ${rate}.${ends}`;
}
