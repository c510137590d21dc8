import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openApp } from '@/test/app';
import { network, page, problem } from '@/test/network';
import { session } from '@/test/samples';
import { readable } from './readable';

const at = '2026-11-20T10:00:00Z';
const queue = (name: string, waiting: number) => ({
  queue: name,
  waiting,
  oldest: waiting === 0 ? null : at,
  move: null,
});
const message = {
  id: 'm-1',
  body: '{"eventType":"Delivery","mail":{"tags":{}}}',
  cut: false,
  sentAt: at,
  cause: 'it cannot be recorded: no recipient',
  tries: 5,
  firstFailedAt: at,
  lastFailedAt: at,
};
const look = { queue: 'feedback', waiting: 2, complete: false, items: [message], move: null };
const empty = { ...look, waiting: 0, complete: true, items: [] };
const answers = {
  'GET /session': session,
  'GET /dead-letters': page(queue('plan', 0), queue('feedback', 2)),
  'GET /dead-letters/feedback': look,
  'GET /dead-letters/plan': { ...empty, queue: 'plan' },
};

test('the queue where something is parked is opened, with the cause in words and the message as JSON', async () => {
  network(answers);
  const { user } = openApp('/dead-letters');
  expect(await screen.findByText('it cannot be recorded: no recipient')).toBeInTheDocument();
  expect(screen.getByText('1 of about 2 are shown; a queue never shows all.')).toBeInTheDocument();
  expect(screen.getByText(/5 failed tries were noted/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show the message' }));
  expect(await screen.findByText(/"eventType": "Delivery"/)).toBeInTheDocument();
});

test('one is sent back', async () => {
  const { to, now } = network(answers);
  const { user } = openApp('/dead-letters?queue=feedback');
  const send = await screen.findByRole('button', { name: 'Send back' });
  now({ 'POST /dead-letters/feedback/redrive': queue('feedback', 0), 'GET /dead-letters/feedback': empty });
  await user.click(send);
  expect(await screen.findByText('Nothing is parked here')).toBeInTheDocument();
  expect(to('POST', '/dead-letters/feedback/redrive')[0]?.body).toEqual({ id: 'm-1' });
});

test('all are sent back after a question, and how far it is stands there', async () => {
  const { to, now } = network(answers);
  const { user } = openApp('/dead-letters?queue=feedback');
  await user.click(await screen.findByRole('button', { name: 'Send all back' }));
  const dialog = await screen.findByRole('dialog', { name: 'Send all of “SES’s reports” back?' });
  expect(dialog).toHaveTextContent('About 2 messages will be tried again.');
  const move = { running: true, moved: 1, of: 2, startedAt: at, failure: null };
  now({
    'POST /dead-letters/feedback/redrive': { ...queue('feedback', 1), move },
    'GET /dead-letters/feedback': { ...look, move },
  });
  await user.click(within(dialog).getByRole('button', { name: 'Send all back' }));
  expect(await screen.findByText('1 of about 2 went back so far')).toBeInTheDocument();
  expect(to('POST', '/dead-letters/feedback/redrive')[0]?.body).toEqual({ all: true });
});

test('one is discarded with a reason, and a refusal says why', async () => {
  const { to, now } = network({
    ...answers,
    'POST /dead-letters/feedback/discard': problem(404, { detail: 'somebody else holds it' }),
  });
  const { user } = openApp('/dead-letters?queue=feedback');
  await user.click(await screen.findByRole('button', { name: 'Discard' }));
  const dialog = await screen.findByRole('dialog', { name: 'Discard this message?' });
  const yes = within(dialog).getByRole('button', { name: 'Discard' });
  expect(yes).toBeDisabled();
  await user.type(within(dialog).getByLabelText('Why'), 'a test of ours');
  await user.click(yes);
  expect(await within(dialog).findByText('somebody else holds it')).toBeInTheDocument();
  now({ 'POST /dead-letters/feedback/discard': {}, 'GET /dead-letters/feedback': empty });
  await user.click(yes);
  expect(await screen.findByText('Nothing is parked here')).toBeInTheDocument();
  expect(to('POST', '/dead-letters/feedback/discard').at(-1)?.body).toEqual({ id: 'm-1', reason: 'a test of ours' });
});

test('what was discarded says who did it and why', async () => {
  const discarded = { ...message, queue: 'feedback', by: 'ada@tidings.example', reason: 'a test', at };
  network({ ...answers, 'GET /dead-letters/discarded': page(discarded) });
  openApp('/dead-letters?queue=discarded');
  expect(await screen.findByText('ada@tidings.example: a test')).toBeInTheDocument();
});

test('an alarm stands over every page, opens to what to do, and leads there', async () => {
  const alarm = {
    id: 'DEAD_LETTERS:feedback',
    kind: 'deadLetters',
    since: at,
    words: 'About 2 messages of the queue feedback could not be processed.',
    todo: 'Look at the cause.',
    link: '/dead-letters?queue=feedback',
  };
  network({ ...answers, 'GET /alarms': { count: 1, items: [alarm] } });
  const { user, path } = openApp('/suppressions');
  const banner = await screen.findByRole('region', { name: 'What needs somebody' });
  expect(banner).toHaveTextContent('One thing needs somebody');
  await user.click(within(banner).getByRole('button', { name: 'Show what' }));
  expect(await within(banner).findByText(/Look at the cause/)).toBeVisible();
  await user.click(within(banner).getByRole('link'));
  expect(await screen.findByText('it cannot be recorded: no recipient')).toBeInTheDocument();
  expect(path()).toBe('/dead-letters?queue=feedback');
});

test('a body is made readable, and what is no JSON stays as it is', () => {
  expect(readable('<b>no JSON</b>')).toBe('<b>no JSON</b>');
  expect(readable('17')).toBe('17');
  expect(readable('{"Type":"Notification","Message":"{\\"a\\":1}"}')).toContain('"a": 1');
});
