import { Button, Collapse, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { duration } from '@/words/counting';
import { words } from '@/words/en';
import { OptionalNumber } from '@/ui/OptionalNumber';
import { GuardFields } from './GuardFields';
import { optionsWith } from './options';
import { sendingSentence } from './sendingSentence';
import type { Draft } from './useCampaignDraft';

export interface SendingProps {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  mistake: (field: string) => string | undefined;
}

const say = words.sending;
const hours = (n: number) => n * 3_600;
const holds = [60, 300, 900, hours(1)];
const spreads = [hours(1), hours(2), hours(4), hours(8), hours(12), hours(24), hours(72)];
const weights = [
  { value: '5', label: say.weights.low },
  { value: '10', label: say.weights.normal },
  { value: '30', label: say.weights.high },
];

/** How the campaign is sent. Most leave it as it is, so it is folded away behind a sentence that tells how that is. */
export function SendingFields({ draft, change, mistake }: SendingProps) {
  const wrong = folded.some((field) => mistake(field) !== undefined);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Stack gap="sm" component="section" aria-label={say.advanced}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Stack gap={0}>
          <Text fw={500} size="sm">
            {say.advanced}
          </Text>
          <Text size="sm" c="dimmed">
            {sendingSentence(draft)}
          </Text>
        </Stack>
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ flexShrink: 0 }}
          aria-expanded={open || wrong}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open || wrong ? say.hide : say.show}
        </Button>
      </Group>
      <Collapse expanded={open || wrong} id={id}>
        <Fields {...{ draft, change, mistake }} />
      </Collapse>
    </Stack>
  );
}

function Fields({ draft, change, mistake }: SendingProps) {
  const { holdSeconds, spreadSeconds, weight } = draft;
  return (
    <Stack gap="md">
      <TextInput
        label={say.topic}
        description={say.topicHint}
        value={draft.topic}
        maxLength={40}
        onChange={(event) => change({ topic: event.currentTarget.value })}
        error={mistake('topic')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="md" style={{ alignItems: 'end' }}>
        <Select
          label={say.hold}
          description={say.holdHint}
          allowDeselect={false}
          data={times(holdSeconds, holds, say.noHold)}
          value={String(holdSeconds)}
          onChange={(value) => change({ holdSeconds: Number(value ?? 0) })}
          error={mistake('settings.holdSeconds')}
        />
        <Select
          label={say.spread}
          description={say.spreadHint}
          allowDeselect={false}
          data={times(spreadSeconds ?? 0, spreads, say.noSpread)}
          value={String(spreadSeconds ?? 0)}
          onChange={(value) => change({ spreadSeconds: Number(value ?? 0) || null })}
          error={mistake('settings.spreadSeconds')}
        />
        <OptionalNumber
          label={say.perSecond}
          description={say.perSecondHint}
          placeholder={say.noLimit}
          min={0}
          value={draft.perSecond}
          onValue={(perSecond) => change({ perSecond })}
          error={mistake('settings.perSecond')}
        />
        <Select
          label={say.weight}
          description={say.weightHint}
          allowDeselect={false}
          data={optionsWith({ value: String(weight), label: say.weights.other(weight) }, weights)}
          value={String(weight)}
          onChange={(value) => change({ weight: Number(value ?? 10) })}
          error={mistake('settings.weight')}
        />
      </SimpleGrid>
      <Select
        label={say.unknown}
        description={say.unknownHint}
        allowDeselect={false}
        data={(['sendAgain', 'leave'] as const).map((value) => ({ value, label: say.unknowns[value] }))}
        value={draft.unknownPolicy}
        onChange={(value) => change({ unknownPolicy: value === 'leave' ? 'leave' : 'sendAgain' })}
        error={mistake('settings.unknownPolicy')}
      />
      <GuardFields {...{ draft, change, mistake }} />
    </Stack>
  );
}

/** The times to choose from, and among them the one chosen already, whoever chose it. */
function times(chosen: number, offered: number[], none: string) {
  const options = offered.map((seconds) => ({ value: String(seconds), label: duration(seconds) }));
  const known = chosen === 0 ? undefined : { value: String(chosen), label: duration(chosen) };
  return [{ value: '0', label: none }, ...optionsWith(known, options)];
}

/** The fields in the fold: where one of them is wrong, it opens. */
const folded = [
  'topic',
  ...['holdSeconds', 'perSecond', 'weight', 'spreadSeconds', 'unknownPolicy'].map((name) => `settings.${name}`),
  ...['bounceRate', 'complaintRate', 'minimumVolume'].map((name) => `settings.guard.${name}`),
];
