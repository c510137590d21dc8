import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { every } from './polling';
import { request } from './request';
import type { Quota, Stream, Summary, Timeline } from './types';

export const summaryQuery = (stream: Stream, days: number) =>
  queryOptions({
    queryKey: ['summary', stream, days],
    queryFn: ({ signal }) => request<Summary>('/statistics/summary', { query: { stream, days }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: every(10_000),
  });

export const timelineQuery = (stream: Stream, bucket: 'day' | 'hour', days: number) =>
  queryOptions({
    queryKey: ['timeline', stream, bucket, days],
    queryFn: ({ signal }) => {
      const to = new Date();
      const from = new Date(to.getTime() - (days - 1) * 86_400_000);
      from.setUTCHours(0, 0, 0, 0);
      const query = { stream, bucket, from: from.toISOString(), to: to.toISOString() };
      return request<Timeline>('/statistics/timeline', { query, signal });
    },
    placeholderData: keepPreviousData,
    refetchInterval: every(10_000),
  });

export const quotaQuery = queryOptions({
  queryKey: ['quota'],
  queryFn: ({ signal }) => request<Quota>('/quota', { signal }),
  refetchInterval: every(10_000),
});
