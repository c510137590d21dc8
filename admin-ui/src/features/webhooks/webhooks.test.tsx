import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Webhook, WebhookDelivery } from '@/api/types';
import { openApp } from '@/test/app';
import { type Asked, network, page, problem } from '@/test/network';
import { session } from '@/test/samples';

const at = '2026-11-20T10:00:00Z';
const chat: Webhook = {
  id: '019a7c3e-5a52-7d5c-9c7e-0f6f3c8f4f10',
  url: 'https://chat.example.com/hook',
  types: ['message.bounced'],
  only: 'notifications',
  description: 'the chat',
  enabled: true,
  createdAt: at,
  failingSince: null,
  disabledAt: null,
  disabledBecause: null,
  oldSecretUntil: null,
};
const failed: WebhookDelivery = {
  eventId: 'evt_019a7c3e5a52_0f6f3c8f4f10a2b3c4d5e6f7',
  type: 'message.bounced',
  state: 'failed',
  tries: 9,
  status: 503,
  error: 'Service Unavailable',
  createdAt: at,
  triedAt: at,
  nextTryAt: null,
  deliveredAt: null,
  body: '{}',
};
const path = `/webhooks/${chat.id}`;
const shown = `/settings/webhooks?show=${chat.id}`;
const answers = {
  'GET /session': session,
  'GET /webhooks': page(chat),
  'GET /webhooks/event-types': page({ type: 'message.bounced', description: 'The mail came back', example: '{}' }),
  [`GET ${path}/deliveries`]: page(failed),
};

test('without a webhook the page says what one is for', async () => {
  network({ ...answers, 'GET /webhooks': page() });
  openApp('/settings/webhooks');
  expect(await screen.findByText('Nobody is told yet')).toBeInTheDocument();
});

test('a webhook is added, and its secret is shown until somebody has copied it', async () => {
  const { to } = network({ ...answers, 'POST /webhooks': { webhook: chat, secret: 'whsec_once' } });
  const { user } = openApp('/settings/webhooks');
  await user.click(await screen.findByRole('button', { name: 'Add a webhook' }));
  const dialog = await screen.findByRole('dialog');
  const yes = within(dialog).getByRole('button', { name: 'Add' });
  await user.type(within(dialog).getByLabelText('Address'), chat.url);
  expect(yes).toBeDisabled();
  await user.click(await within(dialog).findByLabelText('message.bounced'));
  await user.click(yes);
  expect(await screen.findByText('whsec_once')).toBeInTheDocument();
  expect(to('POST', '/webhooks')[0]?.body).toMatchObject({ url: chat.url, types: ['message.bounced'], only: 'all' });
  await user.click(screen.getByRole('button', { name: 'I have copied it' }));
  await waitFor(() => expect(screen.queryByText('whsec_once')).not.toBeInTheDocument());
});

test('an address that may not be posted to is told at its field', async () => {
  const errors = [{ field: 'url', message: 'must begin with https://' }];
  network({ ...answers, 'POST /webhooks': problem(400, { title: 'Not valid', errors }) });
  const { user } = openApp('/settings/webhooks');
  await user.click(await screen.findByRole('button', { name: 'Add a webhook' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Address'), 'http://chat');
  await user.click(await within(dialog).findByLabelText('message.bounced'));
  await user.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(await within(dialog).findByText('must begin with https://')).toBeInTheDocument();
});

test('a disabled webhook says why, and is enabled', async () => {
  const disabled = { ...chat, enabled: false, disabledAt: at, disabledBecause: 'nothing has reached it' };
  const { to, now } = network({ ...answers, 'GET /webhooks': page(disabled), [`POST ${path}/enable`]: chat });
  const { user } = openApp(shown);
  expect(await screen.findByText('nothing has reached it')).toBeInTheDocument();
  now({ 'GET /webhooks': page(chat) });
  await user.click(screen.getByRole('button', { name: 'Enable' }));
  await waitFor(() => expect(screen.queryByText('nothing has reached it')).not.toBeInTheDocument());
  expect(to('POST', `${path}/enable`)).toHaveLength(1);
});

test('the log tells what was answered, and an event is posted again', async () => {
  const { to } = network({ ...answers, [`POST ${path}/deliveries/${failed.eventId}/replay`]: failed });
  const { user } = openApp(shown);
  expect(await screen.findByText('503 Service Unavailable, 9 tries')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: `Post ${failed.eventId} again` }));
  await waitFor(() => expect(to('POST', `${path}/deliveries/${failed.eventId}/replay`)).toHaveLength(1));
});

test('all that was given up is posted again, page after page', async () => {
  const { to } = network({
    ...answers,
    [`POST ${path}/replay`]: ({ body }: Asked) =>
      (body as { cursor: string | null }).cursor === null
        ? { replayed: 100, next: 'further' }
        : { replayed: 37, next: null },
  });
  const { user } = openApp(shown);
  await user.click(await screen.findByRole('button', { name: 'Post all given up again' }));
  expect(await screen.findByText('137 events are posted again.')).toBeInTheDocument();
  expect(to('POST', `${path}/replay`)).toHaveLength(2);
});

test('a test tells the answer', async () => {
  network({ ...answers, [`POST ${path}/test`]: { delivered: false, status: null, error: 'no such host' } });
  const { user } = openApp(shown);
  await user.click(await screen.findByRole('button', { name: 'Send a test' }));
  expect(await screen.findByText('The test did not arrive: no such host')).toBeInTheDocument();
});
