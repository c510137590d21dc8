import type { Quota } from '@/api/types';

/** What SES leaves for a campaign: a share of the rate and of the 24 hours is always kept for notifications. */
export function forecast({ maxPerSecond, max24Hours, sentLast24Hours, notificationShare }: Quota, people: number) {
  const rate = maxPerSecond * (1 - notificationShare);
  const left = max24Hours === null ? Infinity : Math.floor(max24Hours * (1 - notificationShare)) - sentLast24Hours;
  return { rate, seconds: rate > 0 ? people / rate : null, left: Math.max(0, left) };
}
