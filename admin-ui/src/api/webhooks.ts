import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Page, pages } from './pages';
import { request } from './request';
import type { NewWebhook, Webhook, WebhookAnswer, WebhookDelivery, WebhookEventType, WebhookWithSecret } from './types';

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => request<Page<Webhook>>('/webhooks', { signal }),
});

export const eventTypesQuery = queryOptions({
  queryKey: ['webhook-event-types'],
  queryFn: ({ signal }) => request<Page<WebhookEventType>>('/webhooks/event-types', { signal }),
  staleTime: Infinity,
});

export const deliveriesQuery = (id: string) =>
  pages<WebhookDelivery>(['webhook-deliveries', id], `/webhooks/${id}/deliveries`);

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

function useSettled() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
}
