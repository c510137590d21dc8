import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { colourSchemes, readableText, theme } from '@/ui/theme';
import type { newRouter } from './router';

interface Props {
  queryClient: QueryClient;
  router: ReturnType<typeof newRouter>;
}

export function App({ queryClient, router }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableText}
      defaultColorScheme="auto"
      colorSchemeManager={colourSchemes}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
