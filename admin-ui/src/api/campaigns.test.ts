import type { Query } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { campaign, sending } from '@/test/samples';
import { campaignQuery, watchedCampaignQuery } from './campaigns';
import type { Campaign } from './types';

type Options = ReturnType<typeof campaignQuery> | ReturnType<typeof watchedCampaignQuery>;

const interval = ({ refetchInterval }: Options, data?: Campaign) =>
  typeof refetchInterval === 'function'
    ? refetchInterval({ state: { data, error: null } } as Query<Campaign, Error, Campaign, string[]>)
    : refetchInterval;

test('while its progress is told, a campaign is not asked for', () => {
  expect(interval(watchedCampaignQuery('c1', true), sending())).toBe(false);
  expect(interval(watchedCampaignQuery('c1', false), sending())).toBe(2_000);
});

test('a draft is not asked for again, and what is not there yet is', () => {
  expect(interval(campaignQuery('c1'), campaign())).toBe(false);
  expect(interval(campaignQuery('c1'))).toBe(4_000);
});
