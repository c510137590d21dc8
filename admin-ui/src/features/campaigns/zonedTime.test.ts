import { expect, test } from 'vitest';
import { instantOf, localOf } from './zonedTime';

const at = (local: string, zone: string) => instantOf(local, zone)?.toISOString();

test('a local time is an instant, in winter and in summer', () => {
  expect(at('2026-01-15T09:00', 'Europe/Vienna')).toBe('2026-01-15T08:00:00.000Z');
  expect(at('2026-07-15T09:00', 'Europe/Vienna')).toBe('2026-07-15T07:00:00.000Z');
  expect(at('2026-07-15T09:00', 'Asia/Kolkata')).toBe('2026-07-15T03:30:00.000Z');
});

test('where clocks are set back, the first of the two times is meant', () => {
  expect(at('2026-10-25T02:30', 'Europe/Vienna')).toBe('2026-10-25T00:30:00.000Z');
});

test('where clocks are set forward, a time never comes', () => {
  expect(at('2026-03-29T02:30', 'Europe/Vienna')).toBeUndefined();
});

test('an unfinished time is none', () => {
  expect(at('', 'UTC')).toBeUndefined();
});

test('an instant is shown as the zone’s clocks will show it', () => {
  expect(localOf(new Date('2026-07-15T07:00:00Z'), 'Europe/Vienna')).toBe('2026-07-15T09:00');
});
