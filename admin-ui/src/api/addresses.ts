import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { Address } from './types';

/** One address, and a page of what it was sent or not sent. */
export const addressQuery = (email: string) =>
  infiniteQueryOptions({
    queryKey: ['address', email],
    queryFn: ({ pageParam, signal }) =>
      request<Address>(`/addresses/${encodeURIComponent(email)}`, { query: { limit: 25, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Address) => last.next,
  });
