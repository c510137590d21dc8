import { SimpleGrid } from '@mantine/core';
import type { Summary } from '@/api/types';
import { words } from '@/words/en';
import { Section } from '@/ui/Section';
import { RateGauge } from './RateGauge';

/** The lines SES draws: https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html */
const bounceLines = { review: 0.05, stop: 0.1 };
const complaintLines = { review: 0.001, stop: 0.005 };

export function Reputation({ summary }: { summary: Summary }) {
  return (
    <Section title={words.home.rates}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        <RateGauge
          name={words.home.bounceRate}
          ratio={summary.bounceRate}
          lines={bounceLines}
          explanation={words.home.lines.bounce}
        />
        <RateGauge
          name={words.home.complaintRate}
          ratio={summary.complaintRate}
          lines={complaintLines}
          explanation={words.home.lines.complaint}
        />
      </SimpleGrid>
    </Section>
  );
}
