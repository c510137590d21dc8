import { Text } from '@mantine/core';
import type { CampaignStatistics } from '@/api/types';
import { clock, percent } from '@/words/counting';
import { words } from '@/words/en';
import { bouncedOf, bounceKinds } from '@/ui/bounces';
import { Section } from '@/ui/Section';
import { FigureLink } from './FigureLink';
import classes from './FigureLink.module.css';

const always = ['delayed', 'opened', 'clicked', 'unsubscribed'] as const;
const seldom = ['rejected', 'renderingFailed', 'messageFaults', 'autoReplied'] as const;

/** What became of what SES accepted; what seldom happens is shown once it has. */
export function OutcomesSection({ campaignId, statistics }: { campaignId: string; statistics: CampaignStatistics }) {
  const { accepted } = statistics.books;
  const bounced = bouncedOf(statistics);
  const share = (n: number) => (n > 0 && accepted > 0 ? words.home.ofAccepted(percent(n / accepted)) : undefined);
  return (
    <Section
      title={words.live.outcomes}
      beside={
        <Text size="sm" c="dimmed">
          {words.live.asOf(clock(statistics.asOf))}
        </Text>
      }
    >
      <div className={`${classes.figures} ${classes.roomy}`}>
        <FigureLink
          campaignId={campaignId}
          outcome="delivered"
          value={statistics.delivered}
          detail={share(statistics.delivered)}
        />
        <FigureLink
          campaignId={campaignId}
          outcome="bounced"
          value={bounced}
          detail={bounceKinds(statistics) || undefined}
        />
        <FigureLink
          campaignId={campaignId}
          outcome="complained"
          value={statistics.complained}
          detail={share(statistics.complained)}
        />
        {always.map((name) => (
          <FigureLink
            key={name}
            campaignId={campaignId}
            outcome={name}
            value={statistics[name]}
            detail={byWhom(name, statistics)}
          />
        ))}
        {seldom
          .filter((name) => statistics[name] > 0)
          .map((name) => (
            <FigureLink key={name} campaignId={campaignId} outcome={name} value={statistics[name]} />
          ))}
      </div>
    </Section>
  );
}

/** Programs open mail and follow links too: how many of them were people stands beside. */
function byWhom(name: (typeof always)[number], statistics: CampaignStatistics): string | undefined {
  const human = { opened: statistics.openedByHuman, clicked: statistics.clickedByHuman };
  if (name !== 'opened' && name !== 'clicked') return undefined;
  return statistics[name] === 0 ? undefined : words.live.byWhom(human[name], statistics[name] - human[name]);
}
