import { SimpleGrid } from '@mantine/core';
import { isActive } from '@/api/campaigns';
import type { Campaign, CampaignStatistics } from '@/api/types';
import { decimal, percent, soon } from '@/words/counting';
import { words } from '@/words/en';
import { Figure } from '@/ui/Figure';
import { Section } from '@/ui/Section';
import { SpeedButton } from './SpeedDialog';

const none = words.common.nothingYet;

export function SpeedSection({ campaign, statistics }: { campaign: Campaign; statistics: CampaignStatistics }) {
  const { rate, allowedRate, limit, endsAt } = statistics;
  const active = isActive(campaign.state);
  return (
    <Section
      title={words.live.speed}
      beside={campaign.allowed.includes('speed') && <SpeedButton campaign={campaign} />}
    >
      <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} verticalSpacing="md">
        <Figure
          label={words.live.measured}
          value={active ? decimal(rate) : none}
          detail={active ? words.live.unit : words.live.endsUnknown.resting}
        />
        <Figure
          label={words.live.allowed}
          value={decimal(allowedRate)}
          detail={
            <>
              {words.speed.allowed(words.speed.limit[limit.by](limit.otherCampaigns))}
              {limit.slowedTo !== null && `. ${words.speed.slowed(percent(limit.slowedTo))}`}
            </>
          }
        />
        <Figure
          label={words.speed.own}
          value={campaign.limitPerSecond === null ? none : decimal(campaign.limitPerSecond)}
          detail={campaign.limitPerSecond === null ? words.speed.ownNone : words.live.unit}
        />
        <Figure
          label={words.live.launchedAt}
          value={campaign.launchedAt === null ? none : soon(campaign.launchedAt)}
          detail={campaign.launchedBy === null ? undefined : words.live.launchedBy(campaign.launchedBy)}
        />
        {campaign.finishedAt === null ? (
          <Figure
            label={words.live.ends}
            value={endsAt === null ? none : soon(endsAt)}
            detail={
              endsAt !== null
                ? undefined
                : !active
                  ? words.live.endsUnknown.resting
                  : campaign.state === 'sending' && statistics.books.waiting === 0
                    ? words.live.endsUnknown.nobody
                    : words.live.endsUnknown.starting
            }
          />
        ) : (
          <Figure label={words.live.finishedAt} value={soon(campaign.finishedAt)} />
        )}
      </SimpleGrid>
    </Section>
  );
}
