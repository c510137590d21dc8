import { Drawer, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '@/api/request';
import { suppressionQuery } from '@/api/suppressions';
import type { Suppressed, Suppression } from '@/api/types';
import { moment, soon } from '@/words/counting';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { Trail } from '@/ui/Trail';
import { LiftButton } from './LiftDialog';
import { reasonName, scopeName } from './scopes';

const route = getRouteApi('/shell/suppressions');
const say = words.suppressions;

/** One address: what stops mail to it, what once did, and who lifted it. */
export function SuppressionDrawer() {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  // Kept while the drawer slides away: its words must not change on the way out.
  const [last, setLast] = useState(show);
  if (show !== undefined && show !== last) setLast(show);
  return (
    <Drawer
      opened={show !== undefined}
      onClose={() =>
        void navigate({ search: (before) => ({ ...before, show: undefined }), replace: true, resetScroll: false })
      }
      position="right"
      size="lg"
      title={last}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      {last !== undefined && <Entry email={last} />}
    </Drawer>
  );
}

function Entry({ email }: { email: string }) {
  const query = useQuery(suppressionQuery(email));
  if (query.error instanceof ApiError && query.error.status === 404) return <Text>{say.entry.gone}</Text>;
  return (
    <Loaded query={query} height={240}>
      {(suppressed) => (
        <Stack gap="lg">
          <Stack gap="sm">
            <Title order={2}>{say.entry.stops}</Title>
            {suppressed.stops.length === 0 && <Text>{say.entry.nothing}</Text>}
            {suppressed.stops.map((stop) => (
              <Stop key={`${stop.scope} ${stop.reason}`} email={email} stop={stop} />
            ))}
          </Stack>
          <Stack gap="sm">
            <Title order={2}>{say.entry.trail}</Title>
            <Trail entries={trailOf(suppressed)} label={say.entry.trail} />
          </Stack>
        </Stack>
      )}
    </Loaded>
  );
}

function Stop({ email, stop }: { email: string; stop: Suppression }) {
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{reasonName(stop.reason)}</Text>
          <Text size="sm" c="dimmed">
            {scopeName(stop.scope)}
            {stop.until !== null && `, ${say.until(soon(stop.until))}`}
          </Text>
        </Group>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {stop.evidence}
        </Text>
        <Group>
          <LiftButton email={email} stop={stop} />
        </Group>
      </Stack>
    </Paper>
  );
}

/** What was seen and what was lifted, latest first. */
function trailOf({ history, lifts }: Suppressed) {
  const seen = history.map(({ at, reason, scope, evidence }) => ({
    at,
    what: `${reasonName(reason)}: ${scopeName(scope).toLowerCase()}`,
    detail: evidence,
  }));
  const lifted = lifts.map(({ at, scope, by, why }) => ({
    at,
    what: say.entry.lifted(scopeName(scope)),
    detail: say.entry.by(by, why),
  }));
  return [...seen, ...lifted]
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .map((entry, index) => ({ ...entry, key: `${entry.at}${index}`, when: moment(entry.at) }));
}
