import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { pages } from './pages';
import { request } from './request';
import type { Audience, Contact } from './types';

export const audiencesQuery = pages<Audience>(['audiences'], '/audiences');

export const audienceQuery = (id: string) =>
  queryOptions({
    queryKey: ['audience', id],
    queryFn: ({ signal }) => request<Audience>(`/audiences/${id}`, { signal }),
  });

export const contactsQuery = (audienceId: string) =>
  pages<Contact>(['audience', audienceId, 'contacts'], `/audiences/${audienceId}/contacts`);

export function useCreateAudience() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => request<Audience>('/audiences', { method: 'POST', json: { name } }),
    onSuccess: (audience) => {
      client.setQueryData(audienceQuery(audience.id).queryKey, audience);
      return client.invalidateQueries({ queryKey: ['audiences'] });
    },
  });
}
