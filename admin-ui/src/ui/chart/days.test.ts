import { expect, test } from 'vitest';
import type { Counts } from '@/api/types';
import { everyDay, niceTop } from './days';

test('a day on which nothing happened has its place', () => {
  const counts = { accepted: 5 } as Counts;
  const days = everyDay([{ at: '2026-11-19T00:00:00Z', counts }], 3, new Date('2026-11-20T12:00:00Z'));
  expect(days.map((day) => day.at.slice(0, 10))).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
  expect(days.map((day) => day.counts?.accepted)).toEqual([undefined, 5, undefined]);
});

test('the axis ends at a round figure above the highest one', () => {
  expect([0, 4, 5, 11, 58, 5_880, 10_000].map(niceTop)).toEqual([4, 4, 6, 15, 60, 6_000, 10_000]);
});
