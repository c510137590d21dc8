import { Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { messagesQuery, isActive } from '@/api/campaigns';
import { itemsOf } from '@/api/pages';
import type { Campaign, CampaignStatistics } from '@/api/types';
import { words } from '@/words/en';
import { bouncedOf } from '@/ui/bounces';
import { AnchorLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import { PeopleList } from './PeopleList';

const shown = 5;

/** The people who bounced or complained, with the reason in plain words. */
export function NotReached({ campaign, statistics }: { campaign: Campaign; statistics: CampaignStatistics }) {
  const figures = [
    ['bounced', bouncedOf(statistics)],
    ['complained', statistics.complained],
  ] as const;
  const some = figures.filter(([, n]) => n > 0);
  return (
    <Section title={words.live.gone}>
      {some.length === 0 && <Text c="dimmed">{words.live.goneNothing}</Text>}
      {some.map(([outcome, n]) => (
        <Latest key={outcome} campaign={campaign} outcome={outcome} n={n} />
      ))}
    </Section>
  );
}

function Latest({ campaign, outcome, n }: { campaign: Campaign; outcome: 'bounced' | 'complained'; n: number }) {
  const query = useInfiniteQuery({
    ...messagesQuery(campaign.id, outcome, shown),
    refetchInterval: isActive(campaign.state) ? 2_000 : 10_000,
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>{words.live.head(words.counts[outcome], n)}</Text>
        {n > shown && (
          <AnchorLink
            to="/campaigns/$campaignId"
            params={{ campaignId: campaign.id }}
            search={{ show: outcome }}
            resetScroll={false}
            size="sm"
          >
            {words.live.goneAll(n)}
          </AnchorLink>
        )}
      </Group>
      <Loaded query={query} height={Math.min(n, shown) * 52}>
        {(data) => <PeopleList messages={itemsOf(data).slice(0, shown)} />}
      </Loaded>
    </Stack>
  );
}
