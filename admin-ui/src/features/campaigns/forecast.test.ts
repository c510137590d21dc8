import { expect, test } from 'vitest';
import { quota } from '@/test/samples';
import { forecast } from './forecast';

test('what is kept for notifications is not promised to a campaign', () => {
  const account = { ...quota, maxPerSecond: 10, max24Hours: 1000, sentLast24Hours: 300, notificationShare: 0.2 };
  expect(forecast(account, 80)).toEqual({ rate: 8, seconds: 10, left: 500 });
});

test('an account without a limit for 24 hours has no end to it', () => {
  expect(forecast({ ...quota, max24Hours: null }, 1).left).toBe(Infinity);
});

test('what is used up is never less than nothing', () => {
  expect(forecast({ ...quota, max24Hours: 100, sentLast24Hours: 200 }, 1).left).toBe(0);
});

test('an account that may send nothing has no end time', () => {
  expect(forecast({ ...quota, maxPerSecond: 0 }, 1).seconds).toBeNull();
});
