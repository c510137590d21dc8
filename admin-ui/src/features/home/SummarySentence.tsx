import { Group, Stack, Text } from '@mantine/core';
import type { Stream, Summary } from '@/api/types';
import { list, percent } from '@/words/counting';
import { words } from '@/words/en';
import { bouncedOf } from '@/ui/bounces';
import { ButtonLink } from '@/ui/links';

interface Props {
  summary: Summary;
  stream: Stream;
  days: number;
}

/** How it went, before any figure. */
export function SummarySentence({ summary, stream, days }: Props) {
  const { accepted } = summary.counts;
  if (accepted === 0) return <NothingSent stream={stream} days={days} />;
  return (
    <Text size="lg" maw={720}>
      {words.home.sentence.accepted(accepted, days)} {becameOf(summary)}.
    </Text>
  );
}

function becameOf({ counts }: Summary): string {
  const bounced = bouncedOf(counts);
  return list([
    words.home.sentence.delivered(percent(counts.delivered / counts.accepted)),
    words.home.sentence.bounced(bounced === 0 ? null : percent(bounced / counts.accepted)),
    words.home.sentence.complained(counts.complained),
  ]);
}

function NothingSent({ stream, days }: Omit<Props, 'summary'>) {
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="lg">{words.home.nothing[stream](days)}</Text>
      {stream !== 'notifications' && (
        <>
          <Text c="dimmed">{words.home.nothingHint}</Text>
          <Group gap="sm">
            <ButtonLink to="/audiences" variant="default">
              {words.home.makeAudience}
            </ButtonLink>
            <ButtonLink to="/templates/new" variant="default">
              {words.home.makeTemplate}
            </ButtonLink>
            <ButtonLink to="/campaigns/new">{words.home.makeCampaign}</ButtonLink>
          </Group>
        </>
      )}
    </Stack>
  );
}
