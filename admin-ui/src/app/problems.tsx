import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { ButtonLink } from '@/ui/links';

export function NoPage() {
  useDocumentTitle(`${words.problems.noPage} · ${words.product}`);
  return (
    <main>
      <EmptyState order={1} title={words.problems.noPage} detail={words.problems.noPageDetail}>
        <ButtonLink to="/" variant="default">
          {words.problems.toHome}
        </ButtonLink>
      </EmptyState>
    </main>
  );
}

/** Shown when a page's code fails or cannot be fetched, for example after the service was updated. */
export function BrokenPage({ error }: ErrorComponentProps) {
  return (
    <Center component="main" py={64} px="md">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <Title order={1}>{words.problems.brokenPage}</Title>
        <Text c="dimmed">{error instanceof Error ? error.message : String(error)}</Text>
        <Button variant="default" onClick={() => window.location.reload()}>
          {words.problems.reload}
        </Button>
      </Stack>
    </Center>
  );
}
