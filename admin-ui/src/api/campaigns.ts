import { type InfiniteData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { itemsOf, type Page, pages } from './pages';
import { again, every } from './polling';
import { address, request } from './request';
import type {
  Campaign,
  CampaignDraft,
  CampaignState,
  CampaignStatistics,
  Message,
  Missed,
  PeoplePage,
  ScheduleRequest,
} from './types';

export const isActive = (state: CampaignState | undefined) => state === 'launching' || state === 'sending';

/** How often figures are read that nobody tells of: what becomes of the mail, bounces that still come in, what colleagues do. */
const pace = (state: CampaignState | undefined, live: boolean) => (isActive(state) && !live ? 2_000 : 4_000);

/** The newest campaigns, or those in one state, or those that were put out of the list. */
export const campaignsQuery = (state?: CampaignState, archived = false) => ({
  ...pages<Campaign>(['campaigns'], '/campaigns', {
    ...(state === undefined ? {} : { state }),
    ...(archived ? { archived: 'true' } : {}),
  }),
  refetchInterval: (query: { state: { data?: InfiniteData<Page<Campaign>, unknown>; error: Error | null } }) =>
    again(query.state.error, itemsOf(query.state.data).some((campaign) => isActive(campaign.state)) ? 2_000 : 10_000),
});

/** Those that send or wait for somebody: however many newer drafts there are, none of them is missed. */
export const underWayQuery = queryOptions({
  queryKey: ['campaigns', 'under way'],
  queryFn: async ({ signal }) => {
    const states: CampaignState[] = ['sending', 'launching', 'paused'];
    const pages = await Promise.all(
      states.map((state) => request<Page<Campaign>>('/campaigns', { query: { limit: 50, state }, signal })),
    );
    return pages.flatMap((page) => page.items);
  },
  refetchInterval: every(10_000),
});

/** Read until it is there. A draft changes by its editor alone, and who watches a launched one reads it as that needs. */
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => request<Campaign>(`/campaigns/${id}`, { signal }),
    refetchInterval: ({ state }) => again(state.error, state.data === undefined ? 4_000 : false),
  });

/** A launched campaign. While its progress is told as it happens nothing of it is asked for. */
export const watchedCampaignQuery = (id: string, live: boolean) =>
  queryOptions({
    ...campaignQuery(id),
    refetchInterval: ({ state }) => again(state.error, live ? false : pace(state.data?.state, live)),
  });

export const campaignStatisticsQuery = (id: string, state: CampaignState, live = false) =>
  queryOptions({
    queryKey: ['campaign', id, 'statistics'],
    queryFn: ({ signal }) => request<CampaignStatistics>(`/campaigns/${id}/statistics`, { signal }),
    refetchInterval: every(pace(state, live)),
  });

export const messagesQuery = (campaignId: string, outcome: string, limit = 50) =>
  pages<Message, PeoplePage>(['campaign', campaignId, 'messages'], `/campaigns/${campaignId}/messages`, {
    outcome,
    limit,
  });

export function useSaveCampaign(id: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: CampaignDraft) =>
      request<Campaign>(id === undefined ? '/campaigns' : `/campaigns/${id}`, {
        method: id === undefined ? 'POST' : 'PUT',
        json: draft,
      }),
    onSuccess: (campaign) => {
      client.setQueryData(campaignQuery(campaign.id).queryKey, campaign);
      return client.invalidateQueries({ queryKey: ['campaigns'] });
    },
  });
}

/** To resume knowingly is to have seen the figures that made the campaign pause by itself. */
export type Act =
  'launch' | 'takeBack' | 'pause' | 'resume' | 'resumeKnowingly' | 'cancel' | 'unschedule' | 'archive' | 'unarchive';

/** What takes nothing but its name. Also after a refusal the campaign is read anew: somebody else was faster. */
export function useActOnCampaign(id: string) {
  const changed = useChanged(id);
  return useMutation({
    mutationFn: (act: Act) => {
      const [verb, json] = spelled[act] ?? [act];
      return request<Campaign>(`/campaigns/${id}/${verb}`, { method: 'POST', json });
    },
    ...changed,
  });
}

const spelled: Partial<Record<Act, [verb: string, json?: object]>> = {
  takeBack: ['take-back'],
  resume: ['resume', { acknowledge: false }],
  resumeKnowingly: ['resume', { acknowledge: true }],
};

export function useSchedule(id: string) {
  const changed = useChanged(id);
  return useMutation({
    mutationFn: (time: ScheduleRequest) =>
      request<Campaign>(`/campaigns/${id}/schedule`, { method: 'POST', json: time }),
    ...changed,
  });
}

/** Sets the campaign's own speed limit; null lifts it. */
export function useLimitSpeed(id: string) {
  const changed = useChanged(id);
  return useMutation({
    mutationFn: (perSecond: number | null) =>
      perSecond === null
        ? request<Campaign>(`/campaigns/${id}/speed`, { method: 'DELETE' })
        : request<Campaign>(`/campaigns/${id}/speed`, { method: 'POST', json: { perSecond } }),
    ...changed,
  });
}

export function useDuplicate(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<Campaign>(`/campaigns/${id}/duplicate`, { method: 'POST' }),
    onSuccess: (copy) => {
      client.setQueryData(campaignQuery(copy.id).queryKey, copy);
      return client.invalidateQueries({ queryKey: ['campaigns'] });
    },
  });
}

/** Who would be sent to, if those who were missed were. */
export const missedQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaign', id, 'missed'],
    queryFn: ({ signal }) => request<Missed>(`/campaigns/${id}/retry-missed`, { signal }),
    staleTime: 0,
  });

export function useRetryMissed(id: string) {
  const changed = useChanged(id);
  return useMutation({
    mutationFn: (also: { unknown: boolean; newcomers: boolean }) =>
      request<Campaign>(`/campaigns/${id}/retry-missed`, { method: 'POST', json: also }),
    ...changed,
  });
}

/** The people behind a figure, all of them, as a file. */
export const messagesFile = (campaignId: string, outcome: string) =>
  address(`/campaigns/${campaignId}/messages.csv`, { outcome });

function useChanged(id: string) {
  const client = useQueryClient();
  return {
    onSuccess: (campaign: Campaign) => client.setQueryData(campaignQuery(id).queryKey, campaign),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['campaign', id] }),
        client.invalidateQueries({ queryKey: ['campaigns'] }),
      ]),
  };
}
