import { queryOptions } from '@tanstack/react-query';
import { every } from './polling';
import { request } from './request';
import type { Alarms } from './types';

/** What somebody must look at. */
export const alarmsQuery = queryOptions({
  queryKey: ['alarms'],
  queryFn: ({ signal }) => request<Alarms>('/alarms', { signal }),
  refetchInterval: every(30_000),
});
