import type { Timeline } from '@/api/types';

export interface Point {
  at: string;
  accepted: number;
  delivered: number;
  bounced: number;
  complained: number;
}

/** One entry for each of the last days, also for those on which nothing happened and the service has nothing to tell. */
export function everyDay(items: Timeline['items'], days: number, today: Date) {
  const known = new Map(items.map((item) => [item.at.slice(0, 10), item.counts]));
  return Array.from({ length: days }, (_, index) => {
    const date = new Date(today.getTime() - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10);
    return { at: `${date}T00:00:00Z`, counts: known.get(date) };
  });
}

/** The top of an axis: the next round figure whose half is round too. */
export function niceTop(highest: number): number {
  if (highest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.5, 2, 3, 4, 6, 8, 10].find((factor) => factor * power >= highest) ?? 10;
  return step * power;
}
