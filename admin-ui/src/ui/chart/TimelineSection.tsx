import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { timelineQuery } from '@/api/statistics';
import type { Stream } from '@/api/types';
import { words } from '@/words/en';
import { bouncedOf } from '@/ui/bounces';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import { type Bucket, everyBucket } from './days';
import { TimelineChart } from './TimelineChart';
import { TimelineTable } from './TimelineTable';

interface Props {
  stream: Stream;
  days: number;
  bucket?: Bucket;
  beside?: ReactNode;
}

export function TimelineSection({ stream, days, bucket = 'day', beside }: Props) {
  const [asTable, setAsTable] = useState(false);
  const query = useQuery(timelineQuery(stream, bucket, days));
  return (
    <Section
      title={words.home.timeline[bucket]}
      beside={
        <Group gap="sm">
          {beside}
          <Button variant="subtle" size="compact-sm" onClick={() => setAsTable(!asTable)}>
            {asTable ? words.chart.asChart : words.chart.asTable}
          </Button>
        </Group>
      }
    >
      <Loaded query={query} height={260}>
        {({ items }) => {
          const points = everyBucket(items, bucket, bucket === 'day' ? days : days * 24, new Date()).map(
            ({ at, counts }) => ({
              at,
              accepted: counts?.accepted ?? 0,
              delivered: counts?.delivered ?? 0,
              bounced: counts === undefined ? 0 : bouncedOf(counts),
              complained: counts?.complained ?? 0,
            }),
          );
          if (points.every((point) => point.accepted + point.bounced + point.delivered === 0)) {
            return <Text c="dimmed">{words.home.timelineNothing}</Text>;
          }
          return asTable ? (
            <TimelineTable points={points} bucket={bucket} />
          ) : (
            <TimelineChart points={points} bucket={bucket} />
          );
        }}
      </Loaded>
    </Section>
  );
}
