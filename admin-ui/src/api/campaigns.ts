import { type InfiniteData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { itemsOf, type Page, pages } from './pages';
import { again, every } from './polling';
import { request } from './request';
import type { Campaign, CampaignDraft, CampaignState, CampaignStatistics, Message, Verb } from './types';

export const isActive = (state: CampaignState | undefined) => state === 'launching' || state === 'sending';

/** A campaign on the move is read every second; one at rest every few, as bounces still come in and colleagues act. */
const pace = (state: CampaignState | undefined) => (isActive(state) ? 1_000 : 4_000);

export const campaignsQuery = {
  ...pages<Campaign>(['campaigns'], '/campaigns'),
  refetchInterval: ({ state }: { state: { data?: InfiniteData<Page<Campaign>, unknown>; error: Error | null } }) =>
    again(state.error, itemsOf(state.data).some((campaign) => isActive(campaign.state)) ? 2_000 : 10_000),
};

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => request<Campaign>(`/campaigns/${id}`, { signal }),
    refetchInterval: ({ state }) => again(state.error, state.data?.state === 'draft' ? false : pace(state.data?.state)),
  });

export const campaignStatisticsQuery = (id: string, state: CampaignState) =>
  queryOptions({
    queryKey: ['campaign', id, 'statistics'],
    queryFn: ({ signal }) => request<CampaignStatistics>(`/campaigns/${id}/statistics`, { signal }),
    refetchInterval: every(pace(state)),
  });

export const messagesQuery = (campaignId: string, outcome: string, limit = 50) =>
  pages<Message>(['campaign', campaignId, 'messages'], `/campaigns/${campaignId}/messages`, { outcome, limit });

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

/** Launch, pause, resume or cancel. Also after a refusal the campaign is read anew: somebody else was faster. */
export function useActOnCampaign(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verb: Exclude<Verb, 'edit'>) => request<Campaign>(`/campaigns/${id}/${verb}`, { method: 'POST' }),
    onSuccess: (campaign) => client.setQueryData(campaignQuery(id).queryKey, campaign),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['campaign', id] }),
        client.invalidateQueries({ queryKey: ['campaigns'] }),
      ]),
  });
}
