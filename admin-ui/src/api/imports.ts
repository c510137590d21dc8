import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { again } from './polling';
import { request } from './request';
import type { Import } from './types';

/** One import; asked for again until it is over. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => request<Import>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => again(state.error, state.data?.state === 'running' ? 500 : false),
  });

export function useImportFile(audienceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      request<Import>('/imports', { method: 'POST', query: { audienceId, fileName: file.name }, csv: file }),
    onSuccess: (started) => client.setQueryData(importQuery(started.id).queryKey, started),
  });
}
