import { Text } from '@mantine/core';
import type { Campaign } from '@/api/types';
import { moment } from '@/words/counting';
import { words } from '@/words/en';
import { Section } from '@/ui/Section';
import { Trail } from '@/ui/Trail';

const say = words.history;
const most = 50;

/** Who did what to a campaign, latest first. */
export function HistorySection({ history }: { history: Campaign['history'] }) {
  return (
    <Section title={say.title} hint={history.length >= most ? say.last : undefined}>
      {history.length === 0 ? (
        <Text c="dimmed">{say.none}</Text>
      ) : (
        <Trail
          entries={history.toReversed().map(({ at, by, what }, index) => ({
            key: `${at}${index}`,
            at,
            when: moment(at),
            what: what.charAt(0).toUpperCase() + what.slice(1),
            detail: say.by(by),
          }))}
        />
      )}
    </Section>
  );
}
