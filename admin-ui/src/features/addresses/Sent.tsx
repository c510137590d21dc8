import { Text } from '@mantine/core';
import type { AddressEntry } from '@/api/types';
import { moment } from '@/words/counting';
import { words } from '@/words/en';
import { AnchorLink } from '@/ui/links';
import { Trail } from '@/ui/Trail';

const say = words.addresses;

/** Each message that was or was not sent, the rule that decided, and what is known of it. */
export function Sent({ entries }: { entries: AddressEntry[] }) {
  if (entries.length === 0) return <Text c="dimmed">{say.none}</Text>;
  return (
    <Trail
      label={say.timeline}
      entries={entries.map((entry) => ({
        key: `${entry.origin} ${entry.originId}`,
        at: entry.at,
        when: moment(entry.at),
        what: <What entry={entry} />,
        detail: (
          <>
            {entry.rule}
            {entry.evidence.map((piece) => (
              <Text span display="block" size="xs" key={`${piece.kind} ${piece.at}`}>
                {evidenceLine(piece, entry.rule)}
              </Text>
            ))}
          </>
        ),
      }))}
    />
  );
}

function What({ entry: { origin, originId, name } }: { entry: AddressEntry }) {
  if (origin !== 'campaign') return say.notification(name);
  return (
    <AnchorLink to="/campaigns/$campaignId" params={{ campaignId: originId }} fw={600}>
      {say.campaign(name)}
    </AnchorLink>
  );
}

/** "20 Nov 2026, 10:00: bounced for good, 5.1.1 (no such mailbox)": as far as it is known, and the rule has not said it. */
function evidenceLine({ kind, at, detail, statusWords }: AddressEntry['evidence'][number], rule: string): string {
  const more = [detail, statusWords].filter((part) => part !== null && part !== '' && !rule.includes(part));
  const said = [words.facts[kind] ?? kind, ...more];
  return `${moment(at)}: ${said.join(', ')}`;
}
