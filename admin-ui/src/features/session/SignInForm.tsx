import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/request';
import { useSignIn } from '@/api/session';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';

export function SignInForm({ onSignedIn }: { onSignedIn?: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const wrong = signIn.error instanceof ApiError && signIn.error.status === 401;

  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate({ email, password }, { onSuccess: onSignedIn });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={words.session.email}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.session.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={wrong ? words.session.wrong : undefined}
        />
        {signIn.error !== null && !wrong && <ErrorNotice error={signIn.error} />}
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {words.session.signIn}
        </Button>
      </Stack>
    </form>
  );
}
