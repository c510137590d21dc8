import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { words } from '@/words/en';
import { Logo } from '@/ui/Logo';
import { SignInForm } from './SignInForm';

const route = getRouteApi('/login');

export function LoginPage() {
  useDocumentTitle(words.session.title);
  const { back } = route.useSearch();
  const router = useRouter();
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Center>
          <Logo />
        </Center>
        <Paper withBorder p="xl">
          <Stack>
            <Title order={1} size="h2">
              {words.session.title}
            </Title>
            <SignInForm onSignedIn={() => router.history.push(back ?? '/')} />
          </Stack>
        </Paper>
        <Text size="sm" c="dimmed" ta="center">
          {words.session.firstStart}
        </Text>
      </Stack>
    </Center>
  );
}
