import { SimpleGrid } from '@mantine/core';
import type { Counts } from '@/api/types';
import { count, percent } from '@/words/counting';
import { words } from '@/words/en';
import { bouncedOf, bounceKinds } from '@/ui/bounces';
import { Figure } from '@/ui/Figure';
import { Section } from '@/ui/Section';

/** Each count with what it is a share of; what never happened beyond the main ones is left out. */
export function Outcomes({ counts }: { counts: Counts }) {
  const ofAccepted = (n: number) =>
    n === 0 || counts.accepted === 0 ? undefined : words.home.ofAccepted(percent(n / counts.accepted));
  const bounced = bouncedOf(counts);
  return (
    <Section title={words.home.counts}>
      <SimpleGrid cols={{ base: 2, xs: 3, md: 4 }} spacing="lg" verticalSpacing="md">
        <Figure label={words.counts.accepted} value={count(counts.accepted)} detail={words.meaning.accepted} />
        <Figure label={words.counts.delivered} value={count(counts.delivered)} detail={ofAccepted(counts.delivered)} />
        <Figure label={words.counts.bounced} value={count(bounced)} detail={bounceKinds(counts) || undefined} />
        <Figure
          label={words.counts.complained}
          value={count(counts.complained)}
          detail={ofAccepted(counts.complained)}
        />
        <Figure label={words.counts.opened} value={count(counts.opened)} detail={words.meaning.opened} />
        <Figure label={words.counts.clicked} value={count(counts.clicked)} detail={ofAccepted(counts.clicked)} />
        <Figure
          label={words.counts.unsubscribed}
          value={count(counts.unsubscribed)}
          detail={ofAccepted(counts.unsubscribed)}
        />
        {(['skipped', 'refused', 'rejected', 'renderingFailed'] as const)
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <Figure key={name} label={words.counts[name]} value={count(counts[name])} detail={words.meaning[name]} />
          ))}
      </SimpleGrid>
    </Section>
  );
}
