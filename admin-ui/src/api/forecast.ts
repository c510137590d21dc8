import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { Forecast } from './types';

/** How a campaign's sending will go, were it launched now or at that time. */
export const forecastQuery = (campaign: string, at?: string) =>
  queryOptions({
    queryKey: ['campaign', campaign, 'forecast', at ?? 'now'],
    queryFn: ({ signal }) => request<Forecast>('/forecast', { query: { campaign, at }, signal }),
    staleTime: 5_000,
  });
