import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openApp } from '@/test/app';
import { type Asked, network, page, problem } from '@/test/network';
import { quota, sending, session } from '@/test/samples';

const counts = {
  accepted: 2000,
  delivered: 1950,
  bouncedPermanent: 20,
  bouncedTransient: 10,
  bouncedUndetermined: 0,
  suppressedBounces: 0,
  complained: 1,
  opened: 0,
  clicked: 0,
  unsubscribed: 0,
  skipped: 0,
  refused: 0,
  rejected: 0,
  renderingFailed: 0,
};
const nothing = Object.fromEntries(Object.keys(counts).map((name) => [name, 0]));
const ratio = (numerator: number) => ({
  value: numerator / 2000,
  numerator,
  denominator: 2000,
  of: 'accepted messages',
});
const summary = ({ query }: Asked) => ({
  stream: query.get('stream'),
  from: '2026-10-21T00:00:00Z',
  to: '2026-11-20T00:00:00Z',
  counts: query.get('stream') === 'notifications' ? nothing : counts,
  bounceRate: ratio(20),
  complaintRate: ratio(1),
});
const answers = {
  'GET /session': session,
  'GET /statistics/summary': summary,
  'GET /statistics/timeline': { bucket: 'day', items: [] },
  'GET /campaigns': page(),
  'GET /quota': { ...quota, sentLast24Hours: 3000 },
};

test('a sentence tells how the last 30 days went', async () => {
  network(answers);
  openApp('/');
  const sentence = await screen.findByText(/In the last 30 days SES accepted 2,000 messages/);
  expect(sentence).toHaveTextContent('97.5% of them were delivered, 1.5% bounced and 1 person marked it as spam.');
});

test('rates name their denominator and how far the lines are', async () => {
  network(answers);
  openApp('/');
  expect(await screen.findByText('20 of 2,000 accepted messages')).toBeInTheDocument();
  expect(screen.getByText('SES reviews an account at 5% and may stop its sending at 10%.')).toBeInTheDocument();
  expect(screen.getByText('Close to the first line')).toBeInTheDocument();
});

test('campaigns and notifications are looked at together or apart, and the address says which', async () => {
  network(answers);
  const { user, path } = openApp('/');
  await screen.findByText(/In the last 30 days/);
  await user.click(screen.getByRole('radio', { name: 'Notifications' }));
  expect(await screen.findByText('No program asked for a notification in the last 30 days.')).toBeInTheDocument();
  expect(path()).toBe('/?stream=notifications');
});

test('the quota says what is free', async () => {
  network(answers);
  openApp('/');
  expect(await screen.findByText('47,000 more can go out now.')).toBeInTheDocument();
});

test('when SES throttles, the quota says how far down and for how long', async () => {
  const throttledAt = new Date(Date.now() - 40_000).toISOString();
  const until = new Date(Date.now() + 36_000).toISOString();
  network({ ...answers, 'GET /quota': { ...quota, slowdown: { factor: 0.64, throttledAt, until } } });
  openApp('/');
  const told = await screen.findByText(/^SES throttled the account 40\s?s ago/);
  expect(told).toHaveTextContent(/at 64% of its rate, and at all of it again in 3[56]\ss/);
});

test('what sends or is paused is found behind however many newer drafts', async () => {
  const found: Record<string, object[]> = {
    sending: [sending({ id: 'c1', name: 'Slow and old' })],
    launching: [sending({ id: 'c3', name: 'Later', state: 'launching', holdUntil: '2099-01-01T00:00:00Z' })],
    paused: [sending({ id: 'c2', name: 'Waits for somebody', state: 'paused' })],
  };
  network({ ...answers, 'GET /campaigns': ({ query }: Asked) => page(...(found[query.get('state') ?? ''] ?? [])) });
  openApp('/');
  expect(await screen.findByText('Slow and old')).toBeInTheDocument();
  expect(screen.getByText('Waits for somebody')).toBeInTheDocument();
  expect(screen.getByText('The campaign is launched and held: nobody has it yet.')).toBeInTheDocument();
});

test('a part that cannot be read says why, and the others stand', async () => {
  network({ ...answers, 'GET /quota': problem(503, { title: 'SES does not answer', detail: 'Asked again in 10 s.' }) });
  openApp('/');
  expect(await screen.findByText('SES does not answer')).toBeInTheDocument();
  expect(await screen.findByText('No campaign is being sent.')).toBeInTheDocument();
});
