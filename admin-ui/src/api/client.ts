import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './request';
import { sessionQuery } from './session';

/** The query client. An answer of 401, from wherever, ends the session: the pages then ask to sign in. */
export function newQueryClient(retries = 1): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) client.setQueryData(sessionQuery.queryKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        retryDelay: 500,
        retry: (failures, error) => failures < retries && worthAnotherTry(error),
      },
    },
  });
  return client;
}

function worthAnotherTry(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
}
