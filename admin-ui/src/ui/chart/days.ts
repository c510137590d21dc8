import type { Timeline } from '@/api/types';

export interface Point {
  at: string;
  accepted: number;
  delivered: number;
  bounced: number;
  complained: number;
}

export type Bucket = 'day' | 'hour';

/** One entry for each of the last days or hours, also where nothing happened and the service has nothing to tell. */
export function everyBucket(items: Timeline['items'], bucket: Bucket, length: number, now: Date) {
  const known = new Map(items.map((item) => [nameOf(item.at, bucket), item.counts]));
  const size = bucket === 'day' ? 86_400_000 : 3_600_000;
  return Array.from({ length }, (_, index) => {
    const name = nameOf(new Date(now.getTime() - (length - 1 - index) * size).toISOString(), bucket);
    return { at: bucket === 'day' ? `${name}T00:00:00Z` : `${name}:00:00Z`, counts: known.get(name) };
  });
}

/** The part of an instant that all of the same day or hour share. */
const nameOf = (at: string, bucket: Bucket) => at.slice(0, bucket === 'day' ? 10 : 13);

/** The top of an axis: the next round figure whose half is round too. */
export function niceTop(highest: number): number {
  if (highest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.5, 2, 3, 4, 6, 8, 10].find((factor) => factor * power >= highest) ?? 10;
  return step * power;
}
