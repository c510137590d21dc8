import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Page, pages } from './pages';
import { again, every } from './polling';
import { request } from './request';
import type {
  NewWebhook,
  Webhook,
  WebhookAnswer,
  WebhookDelivery,
  WebhookEventType,
  WebhookReplay,
  WebhookWithSecret,
} from './types';

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => request<Page<Webhook>>('/webhooks', { signal }),
  refetchInterval: every(10_000),
});

export const eventTypesQuery = queryOptions({
  queryKey: ['webhook-event-types'],
  queryFn: ({ signal }) => request<Page<WebhookEventType>>('/webhooks/event-types', { signal }),
  staleTime: Infinity,
});

export const deliveriesQuery = (id: string) => ({
  ...pages<WebhookDelivery>(['webhook-deliveries', id], `/webhooks/${id}/deliveries`),
  refetchInterval: ({ state }: { state: { error: Error | null } }) => again(state.error, 10_000),
});

export function useAddWebhook() {
  const settled = useSettled();
  return useMutation({
    mutationFn: (webhook: NewWebhook) => request<WebhookWithSecret>('/webhooks', { method: 'POST', json: webhook }),
    onSuccess: settled,
  });
}

export function useReplaceSecret(id: string) {
  const settled = useSettled();
  return useMutation({
    mutationFn: () => request<WebhookWithSecret>(`/webhooks/${id}/secret`, { method: 'POST', json: {} }),
    onSuccess: settled,
  });
}

export function useTestWebhook(id: string) {
  return useMutation({
    mutationFn: () => request<WebhookAnswer>(`/webhooks/${id}/test`, { method: 'POST', json: {} }),
  });
}

export function useSwitchWebhook(id: string) {
  const settled = useSettled();
  return useMutation({
    mutationFn: (to: 'enable' | 'disable') => request<Webhook>(`/webhooks/${id}/${to}`, { method: 'POST', json: {} }),
    onSuccess: settled,
  });
}

export function useDeleteWebhook(id: string) {
  const settled = useSettled();
  return useMutation({
    mutationFn: () => request<null>(`/webhooks/${id}`, { method: 'DELETE' }),
    onSuccess: settled,
  });
}

export function useReplay(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (event: string) =>
      request<WebhookDelivery>(`/webhooks/${id}/deliveries/${event}/replay`, { method: 'POST', json: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhook-deliveries', id] }),
  });
}

/** Everything that was given up and is still kept; the service takes it a page at a time. */
export function useReplayFailed(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const since = new Date(0).toISOString();
      let replayed = 0;
      let cursor: string | null = null;
      do {
        const page: WebhookReplay = await request(`/webhooks/${id}/replay`, {
          method: 'POST',
          json: { since, cursor },
        });
        replayed += page.replayed;
        cursor = page.next;
      } while (cursor !== null);
      return replayed;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['webhook-deliveries', id] }),
  });
}

function useSettled() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
}
