import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { timelineQuery } from '@/api/statistics';
import type { Stream } from '@/api/types';
import { words } from '@/words/en';
import { bouncedOf } from '@/ui/bounces';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import { TimelineChart } from '@/ui/chart/TimelineChart';
import { TimelineTable } from '@/ui/chart/TimelineTable';
import { everyDay } from '@/ui/chart/days';

export function TimelineSection({ stream, days }: { stream: Stream; days: number }) {
  const [asTable, setAsTable] = useState(false);
  const query = useQuery(timelineQuery(stream, 'day', days));
  return (
    <Section
      title={words.home.timeline}
      beside={
        <Button variant="subtle" size="compact-sm" onClick={() => setAsTable(!asTable)}>
          {asTable ? words.chart.asChart : words.chart.asTable}
        </Button>
      }
    >
      <Loaded query={query} height={260}>
        {({ items }) => {
          const points = everyDay(items, days, new Date()).map(({ at, counts }) => ({
            at,
            accepted: counts?.accepted ?? 0,
            delivered: counts?.delivered ?? 0,
            bounced: counts === undefined ? 0 : bouncedOf(counts),
            complained: counts?.complained ?? 0,
          }));
          if (points.every((point) => point.accepted + point.bounced + point.delivered === 0)) {
            return <Text c="dimmed">{words.home.timelineNothing}</Text>;
          }
          return asTable ? <TimelineTable points={points} /> : <TimelineChart points={points} />;
        }}
      </Loaded>
    </Section>
  );
}
