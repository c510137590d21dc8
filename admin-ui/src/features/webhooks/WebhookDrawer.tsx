import { Alert, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Webhook } from '@/api/types';
import { useDeleteWebhook, useReplaceSecret, useSwitchWebhook, useTestWebhook } from '@/api/webhooks';
import { words } from '@/words/en';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Moment } from '@/ui/Moment';
import { DeliveryLog } from './DeliveryLog';

const route = getRouteApi('/shell/settings/webhooks');
const say = words.webhooks;

interface Props {
  webhook: Webhook;
  onSecret: (secret: string) => void;
}

/** One webhook: how it does, what can be done with it, and what was posted. */
export function WebhookDrawer({ webhook, onSecret }: Props) {
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: {}, resetScroll: false });
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="lg"
      title={webhook.url}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <Stack gap="lg">
        <Wishes webhook={webhook} />
        <Condition webhook={webhook} />
        <Actions webhook={webhook} onSecret={onSecret} onGone={close} />
        <DeliveryLog id={webhook.id} />
      </Stack>
    </Drawer>
  );
}

function Wishes({ webhook: { description, only, types } }: { webhook: Webhook }) {
  return (
    <Stack gap={4}>
      {description !== '' && <Text size="sm">{description}</Text>}
      <Text size="sm" c="dimmed">
        {say.wants(say.onlyOf[only] ?? only, types)}
      </Text>
    </Stack>
  );
}

function Condition({ webhook }: { webhook: Webhook }) {
  if (!webhook.enabled) {
    return (
      <Alert color="red" variant="light" title={say.disabled}>
        <Stack gap="xs">
          <Text size="sm">{webhook.disabledBecause}</Text>
          <Text size="sm">{say.waits}</Text>
        </Stack>
      </Alert>
    );
  }
  return webhook.failingSince === null ? null : (
    <Alert color="orange" variant="light" title={say.failing}>
      {say.failingSince} <Moment at={webhook.failingSince} />
    </Alert>
  );
}

function Actions({ webhook, onSecret, onGone }: Props & { onGone: () => void }) {
  const test = useTestWebhook(webhook.id);
  const change = useSwitchWebhook(webhook.id);
  const replace = useReplaceSecret(webhook.id);
  const remove = useDeleteWebhook(webhook.id);
  const [asking, setAsking] = useState<'replace' | 'remove'>();
  const error = test.error ?? change.error ?? replace.error ?? remove.error;
  const done = () => setAsking(undefined);
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {say.actions.test}
        </Button>
        <Button
          variant={webhook.enabled ? 'default' : 'filled'}
          loading={change.isPending}
          onClick={() => change.mutate(webhook.enabled ? 'disable' : 'enable')}
        >
          {webhook.enabled ? say.actions.disable : say.actions.enable}
        </Button>
        <Button variant="default" onClick={() => setAsking('replace')}>
          {say.actions.secret}
        </Button>
        <Button variant="default" c="red" onClick={() => setAsking('remove')}>
          {say.actions.remove}
        </Button>
      </Group>
      {test.data !== undefined && (
        <Text role="status" size="sm" c={test.data.delivered ? 'green' : 'red'}>
          {test.data.delivered ? say.tested(test.data.status) : say.notTested(test.data.error ?? '')}
        </Text>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <ConfirmDialog
        opened={asking === 'replace'}
        title={say.replacing}
        yes={say.actions.secret}
        pending={replace.isPending}
        onNo={done}
        onYes={() => replace.mutate(undefined, { onSuccess: ({ secret }) => onSecret(secret), onSettled: done })}
      >
        <Text size="sm">{say.replacingText}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'remove'}
        title={say.removing}
        yes={say.actions.remove}
        danger
        pending={remove.isPending}
        onNo={done}
        onYes={() => remove.mutate(undefined, { onSuccess: onGone, onSettled: done })}
      >
        <Text size="sm">{say.removingText}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
