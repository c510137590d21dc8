import { expect, test } from 'vitest';
import type { Counts } from '@/api/types';
import { everyBucket, niceTop } from './days';

test('a day on which nothing happened has its place', () => {
  const counts = { accepted: 5 } as Counts;
  const days = everyBucket([{ at: '2026-11-19T00:00:00Z', counts }], 'day', 3, new Date('2026-11-20T12:00:00Z'));
  expect(days.map((day) => day.at.slice(0, 10))).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
  expect(days.map((day) => day.counts?.accepted)).toEqual([undefined, 5, undefined]);
});

test('the axis ends at a round figure above the highest one', () => {
  expect([0, 4, 5, 11, 58, 5_880, 10_000].map(niceTop)).toEqual([4, 4, 6, 15, 60, 6_000, 10_000]);
});

test('an hour on which nothing happened has its place too, over midnight', () => {
  const counts = { accepted: 5 } as Counts;
  const hours = everyBucket([{ at: '2026-11-19T23:00:00Z', counts }], 'hour', 3, new Date('2026-11-20T01:20:00Z'));
  expect(hours.map((hour) => hour.at)).toEqual([
    '2026-11-19T23:00:00Z',
    '2026-11-20T00:00:00Z',
    '2026-11-20T01:00:00Z',
  ]);
  expect(hours.map((hour) => hour.counts?.accepted)).toEqual([5, undefined, undefined]);
});
