import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { request } from './request';

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list that is read a page at a time: never more of it than somebody asked to see. */
export function pages<T, P extends Page<T> = Page<T>>(
  key: readonly unknown[],
  path: string,
  query: Record<string, string | number> = {},
) {
  return infiniteQueryOptions({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) => request<P>(path, { query: { limit: 50, ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: P) => last.next,
  });
}

export function itemsOf<T>(data: InfiniteData<Page<T>, unknown> | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
