import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { every } from './polling';
import { address, request } from './request';
import type { Breakdown, CampaignComparison, Quota, StatusMatrix, Stream, Summary, Timeline } from './types';

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
    queryFn: ({ signal }) =>
      request<Timeline>('/statistics/timeline', { query: timelineOf(stream, bucket, days), signal }),
    placeholderData: keepPreviousData,
    refetchInterval: every(10_000),
  });

function timelineOf(stream: Stream, bucket: 'day' | 'hour', days: number) {
  const to = new Date();
  const from = new Date(to.getTime() - (days - 1) * 86_400_000);
  from.setUTCHours(0, 0, 0, 0);
  return { stream, bucket, from: from.toISOString(), to: to.toISOString() };
}

/** The last days, today's included, as the service counts them: in UTC. */
function lastDays(days: number) {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  return { from: day(days - 1), to: day(0) };
}

export const breakdownQuery = (by: string, stream: Stream, days: number) =>
  queryOptions({
    queryKey: ['breakdown', by, stream, days],
    queryFn: ({ signal }) =>
      request<Breakdown>('/statistics/breakdown', { query: { by, stream, ...lastDays(days) }, signal }),
    refetchInterval: every(30_000),
  });

export const matrixQuery = (stream: Stream, days: number) =>
  queryOptions({
    queryKey: ['matrix', stream, days],
    queryFn: ({ signal }) =>
      request<StatusMatrix>('/statistics/matrix', { query: { stream, ...lastDays(days) }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: every(30_000),
  });

export const comparisonQuery = (campaigns: string[], hours: number) =>
  queryOptions({
    queryKey: ['comparison', campaigns, hours],
    queryFn: ({ signal }) =>
      request<CampaignComparison>('/statistics/compare', { query: { campaigns: campaigns.join(','), hours }, signal }),
    placeholderData: keepPreviousData,
    enabled: campaigns.length > 0,
  });

/** The same figures as a file. */
export const statisticsFile = {
  summary: (stream: Stream, days: number) => address('/statistics/summary.csv', { stream, days }),
  timeline: (stream: Stream, bucket: 'day' | 'hour', days: number) =>
    address('/statistics/timeline.csv', timelineOf(stream, bucket, days)),
  breakdown: (by: string, stream: Stream, days: number) =>
    address('/statistics/breakdown.csv', { by, stream, ...lastDays(days) }),
  matrix: (stream: Stream, days: number) => address('/statistics/matrix.csv', { stream, ...lastDays(days) }),
  compare: (campaigns: string[], hours: number) =>
    address('/statistics/compare.csv', { campaigns: campaigns.join(','), hours }),
};

export const quotaQuery = queryOptions({
  queryKey: ['quota'],
  queryFn: ({ signal }) => request<Quota>('/quota', { signal }),
  refetchInterval: every(10_000),
});
