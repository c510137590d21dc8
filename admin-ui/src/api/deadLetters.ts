import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Page, pages } from './pages';
import { every } from './polling';
import { request } from './request';
import type { DeadLetterLook, DeadLetterQueue, DiscardedDeadLetter } from './types';

const key = ['dead-letters'];

export const deadLetterQueuesQuery = queryOptions({
  queryKey: [...key, 'queues'],
  queryFn: ({ signal }) => request<Page<DeadLetterQueue>>('/dead-letters', { signal }),
  refetchInterval: every(10_000),
});

/** Some of one queue's messages; while all are on their way back, it is looked again soon. */
export const deadLettersQuery = (queue: string) =>
  queryOptions({
    queryKey: [...key, 'queue', queue],
    queryFn: ({ signal }) => request<DeadLetterLook>(pathOf(queue), { signal }),
    refetchInterval: (query) => every(query.state.data?.move?.running === true ? 2_000 : 30_000)(query),
  });

export const discardedQuery = pages<DiscardedDeadLetter>([...key, 'discarded'], '/dead-letters/discarded', {});

export function useRedrive(queue: string) {
  const settled = useSettled();
  return useMutation({
    mutationFn: (what: { id: string } | { all: true }) =>
      request<DeadLetterQueue>(`${pathOf(queue)}/redrive`, { method: 'POST', json: what }),
    onSettled: settled,
  });
}

export function useDiscard(queue: string) {
  const settled = useSettled();
  return useMutation({
    mutationFn: (discard: { id: string; reason: string }) =>
      request<DiscardedDeadLetter>(`${pathOf(queue)}/discard`, { method: 'POST', json: discard }),
    onSettled: settled,
  });
}

/** Also after a refusal: somebody else was faster. */
function useSettled() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: key }),
      // The alarm ends a little later, when it is looked for again.
      client.invalidateQueries({ queryKey: ['alarms'] }),
    ]);
}

const pathOf = (queue: string) => `/dead-letters/${encodeURIComponent(queue)}`;
