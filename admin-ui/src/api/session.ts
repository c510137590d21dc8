import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, request } from './request';
import type { Credentials, Session } from './types';

/** Who is signed in; null is nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await request<Session>('/session', { signal });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

/** A wrong password answers 401 as well; nobody was signed in, so that ends nothing. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => request<Session>('/session', { method: 'POST', json: credentials }),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      return client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
  });
}
