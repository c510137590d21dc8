import { Badge, Button, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Webhook } from '@/api/types';
import { webhooksQuery } from '@/api/webhooks';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { AnchorLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Page } from '@/ui/Page';
import { AddDialog } from './AddDialog';
import { SecretDialog } from './SecretDialog';
import { WebhookDrawer } from './WebhookDrawer';

const route = getRouteApi('/shell/settings/webhooks');
const say = words.webhooks;

/** Which programs are told what becomes of mail, and whether they hear it. */
export function WebhooksPage() {
  const { show } = route.useSearch();
  const query = useQuery(webhooksQuery);
  const [adding, { open, close }] = useDisclosure();
  const [secret, setSecret] = useState('');
  const shown = query.data?.items.find(({ id }) => id === show);
  return (
    <Page title={say.title} actions={<Button onClick={open}>{say.add}</Button>}>
      <Loaded query={query} height={240}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={say.nothing} detail={say.nothingDetail} /> : <Rows webhooks={items} />
        }
      </Loaded>
      <AddDialog opened={adding} onClose={close} onSecret={setSecret} />
      <SecretDialog secret={secret} onClose={() => setSecret('')} />
      {shown !== undefined && <WebhookDrawer webhook={shown} onSecret={setSecret} />}
    </Page>
  );
}

function Rows({ webhooks }: { webhooks: Webhook[] }) {
  return (
    <Table verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say.url}</Table.Th>
          <Table.Th visibleFrom="sm">{say.types}</Table.Th>
          <Table.Th ta="right" w={112}>
            {say.state}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {webhooks.map((webhook) => (
          <Table.Tr key={webhook.id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Stack gap={0}>
                <AnchorLink
                  from="/settings/webhooks"
                  to="."
                  search={{ show: webhook.id }}
                  resetScroll={false}
                  preload={false}
                  fw={600}
                  aria-label={say.open(webhook.url)}
                >
                  {webhook.url}
                </AnchorLink>
                <Text size="sm" c="dimmed">
                  {webhook.description}
                </Text>
              </Stack>
            </Table.Td>
            <Table.Td visibleFrom="sm">{webhook.types.join(', ')}</Table.Td>
            <Table.Td ta="right">
              <WebhookBadge webhook={webhook} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function WebhookBadge({ webhook }: { webhook: Webhook }) {
  const [colour, label] = !webhook.enabled
    ? ['red', say.disabled]
    : webhook.failingSince !== null
      ? ['orange', say.failing]
      : ['green', say.working];
  return (
    <Badge variant="light" color={colour} tt="none" fw={600} style={{ flexShrink: 0 }}>
      {label}
    </Badge>
  );
}
