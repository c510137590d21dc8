import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { addressQuery } from '@/api/addresses';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { MorePages } from '@/ui/MorePages';
import { Page } from '@/ui/Page';
import { Section } from '@/ui/Section';
import { AddressSummary } from './AddressSummary';
import { Sent } from './Sent';

const route = getRouteApi('/shell/addresses');
const say = words.addresses;

/** Why did, or did not, this person get mail? */
export function AddressPage() {
  const { email } = route.useSearch();
  return (
    <Page title={say.title}>
      <Stack gap="lg">
        <Look key={email} email={email} />
        {email === undefined ? (
          <EmptyState title={say.nothingYet} detail={say.nothingYetDetail} />
        ) : (
          <Story key={`of ${email}`} email={email} />
        )}
      </Stack>
    </Page>
  );
}

function Look({ email }: { email: string | undefined }) {
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(email ?? '');
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ search: { email: typed.trim() || undefined } });
      }}
    >
      <Group align="end" gap="sm">
        <TextInput
          label={say.field}
          description={say.hint}
          type="search"
          maxLength={320}
          style={{ flex: 1 }}
          miw={220}
          maw={480}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={typed.trim() === ''}>
          {say.search}
        </Button>
      </Group>
    </form>
  );
}

function Story({ email }: { email: string }) {
  const query = useInfiniteQuery(addressQuery(email));
  return (
    <Loaded query={query} height={480}>
      {({ pages: [first, ...more] }) =>
        first !== undefined && (
          <Stack gap="lg">
            <AddressSummary address={first} />
            <Section title={say.timeline}>
              <Sent entries={[first, ...more].flatMap(({ timeline }) => timeline)} />
              <MorePages query={query} />
            </Section>
          </Stack>
        )
      }
    </Loaded>
  );
}
