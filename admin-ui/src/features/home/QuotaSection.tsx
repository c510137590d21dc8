import { Alert, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { quotaQuery } from '@/api/statistics';
import type { Quota } from '@/api/types';
import { count, decimal, duration, percent } from '@/words/counting';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';

export function QuotaSection() {
  return (
    <Section title={words.home.quota}>
      <Loaded query={useQuery(quotaQuery)} height={110}>
        {(quota) => (
          <Stack gap={6}>
            <Day quota={quota} />
            <Text size="sm" c="dimmed">
              {words.home.quotaRate(decimal(quota.maxPerSecond))}{' '}
              {quota.notificationShare > 0 && words.home.quotaShare(percent(quota.notificationShare))}
            </Text>
            {quota.slowdown !== null && (
              <Alert color="orange" variant="light" py="xs">
                {slowed(quota.slowdown)}
              </Alert>
            )}
            {quota.sandbox && (
              <Alert color="orange" variant="light" py="xs">
                {words.home.sandbox}
              </Alert>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function slowed({ factor, throttledAt, until }: NonNullable<Quota['slowdown']>) {
  const since = (Date.now() - Date.parse(throttledAt)) / 1_000;
  return words.home.quotaSlowed(duration(since), percent(factor), duration((Date.parse(until) - Date.now()) / 1_000));
}

function Day({ quota: { max24Hours, sentLast24Hours } }: { quota: Quota }) {
  if (max24Hours === null) {
    return (
      <Text>
        {words.home.quotaSent(sentLast24Hours)} {words.home.quotaUnlimited}
      </Text>
    );
  }
  const used = max24Hours === 0 ? 1 : sentLast24Hours / max24Hours;
  return (
    <>
      <Text>
        <Text span fw={600}>
          {words.common.of(count(sentLast24Hours), count(max24Hours))}
        </Text>{' '}
        <Text span c="dimmed" size="sm">
          {words.home.quotaUsed.toLowerCase()}
        </Text>
      </Text>
      <Progress.Root size={10}>
        <Progress.Section
          value={Math.min(100, used * 100)}
          color={used > 0.9 ? 'orange' : 'tide'}
          aria-label={words.home.quotaUsed}
        />
      </Progress.Root>
      <Text size="sm">{words.home.quotaFree(Math.max(0, max24Hours - sentLast24Hours))}</Text>
    </>
  );
}
