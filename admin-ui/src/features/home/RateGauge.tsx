import { Group, Stack, Text } from '@mantine/core';
import type { Ratio } from '@/api/types';
import { percent } from '@/words/counting';
import { words } from '@/words/en';
import classes from './RateGauge.module.css';

interface Props {
  name: string;
  ratio: Ratio;
  lines: { review: number; stop: number };
  explanation: string;
}

/** A rate, its numerator and denominator, and how far SES's lines are. */
export function RateGauge({ name, ratio, lines, explanation }: Props) {
  const verdict = ratio.value === null ? undefined : verdictOn(ratio.value, lines);
  const scale = Math.max(lines.stop * 1.25, (ratio.value ?? 0) * 1.1);
  const position = (value: number) => `${Math.min(100, (value / scale) * 100)}%`;
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Text fw={600}>{name}</Text>
        {verdict !== undefined && (
          <Text size="sm" className={classes.verdict} data-verdict={verdict}>
            {words.home.verdict[verdict]}
          </Text>
        )}
      </Group>
      <Group align="baseline" gap="sm">
        <Text fz={28} fw={600} lh={1.2}>
          {ratio.value === null ? words.common.nothingYet : percent(ratio.value)}
        </Text>
        <Text size="sm" c="dimmed">
          {ratio.value === null ? words.home.noRate : words.home.ratio(ratio.numerator, ratio.denominator, ratio.of)}
        </Text>
      </Group>
      <div className={classes.gauge} aria-hidden="true">
        <div className={classes.track}>
          {ratio.value !== null && (
            <div className={classes.value} data-verdict={verdict} style={{ width: position(ratio.value) }} />
          )}
        </div>
        {(['review', 'stop'] as const).map((line) => (
          <div key={line} className={classes.line} style={{ insetInlineStart: position(lines[line]) }}>
            <span>
              {percent(lines[line])} {words.home.limit[line]}
            </span>
          </div>
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {explanation}
      </Text>
    </Stack>
  );
}

function verdictOn(value: number, { review, stop }: Props['lines']): keyof typeof words.home.verdict {
  if (value >= stop) return 'stop';
  if (value >= review) return 'review';
  return value >= review / 2 ? 'near' : 'good';
}
