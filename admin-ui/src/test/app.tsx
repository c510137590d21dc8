import { render } from '@testing-library/react';
import { createMemoryHistory } from '@tanstack/react-router';
import { userEvent } from '@testing-library/user-event';
import { newQueryClient } from '@/api/client';
import { App } from '@/app/App';
import { newRouter } from '@/app/router';

/** The whole app at an address: the real router, pages and query client; only the network is answered by the test. */
export function openApp(path: string) {
  const queryClient = newQueryClient(0);
  const router = newRouter(queryClient, createMemoryHistory({ initialEntries: [path] }));
  render(<App queryClient={queryClient} router={router} />);
  return { user: userEvent.setup(), router, path: () => router.state.location.href };
}
