import { Text } from '@mantine/core';
import type { Ratio } from '@/api/types';
import { percent } from '@/words/counting';
import { words } from '@/words/en';

const say = words.statistics;

/** A rate with its numerator and denominator, and where those are small, what it may just as well be. */
export function RateCell({ ratio }: { ratio: Ratio }) {
  if (ratio.value === null) return <Text c="dimmed">{words.common.nothingYet}</Text>;
  const range = rangeOf(ratio);
  return (
    <>
      {percent(ratio.value)}
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {say.of(ratio.numerator, ratio.denominator)}
      </Text>
      {range !== undefined && (
        <Text size="xs" c="dimmed" title={say.rangeHint} style={{ whiteSpace: 'nowrap' }}>
          {range}
        </Text>
      )}
    </>
  );
}

const few = 1_000;

/** Of few messages a rate says little; how little is in its range. */
export function rangeOf({ low, high, denominator }: Ratio): string | undefined {
  if (low === null || high === null || denominator >= few) return undefined;
  return say.range(percent(low), percent(high));
}
