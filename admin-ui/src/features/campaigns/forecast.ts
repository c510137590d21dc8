import type { Quota } from '@/api/types';

/** What a campaign can count on. Notifications go first, so their share of the rate is not promised to it. */
export function forecast({ maxPerSecond, max24Hours, sentLast24Hours, notificationShare }: Quota, people: number) {
  const rate = maxPerSecond * (1 - notificationShare);
  const left = max24Hours === null ? Infinity : Math.floor(max24Hours * (1 - notificationShare)) - sentLast24Hours;
  return { rate, seconds: rate > 0 ? people / rate : null, left: Math.max(0, left) };
}
