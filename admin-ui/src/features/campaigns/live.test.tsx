import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { CampaignStatistics, Pause } from '@/api/types';
import { openApp } from '@/test/app';
import { network, page, problem } from '@/test/network';
import { books, campaign, sending, session, statistics } from '@/test/samples';

const live = books({ audience: 1000, accepted: 600, skipped: 12, refused: 3, waiting: 381, unknown: 4 });
const bounce = {
  recipientId: 'p1',
  email: 'grace@example.com',
  outcome: 'bounced',
  why: 'The mailbox does not exist.',
  facts: [{ kind: 'bounced', at: '2026-11-20T10:00:00Z', detail: 'Permanent' }],
};
const answers = {
  'GET /session': session,
  'GET /campaigns/c1': sending({ books: live }),
  'GET /campaigns/c1/statistics': statistics({ books: live, bouncedPermanent: 7, bouncedTransient: 2 }),
  'GET /campaigns/c1/messages': page(bounce),
};

const byHand: Pause = {
  kind: 'byHand',
  what: 'Ada paused it.',
  todo: 'Resume it, or cancel it.',
  resumesByItself: false,
  needsAcknowledging: false,
  said: 'Ada',
  evidence: null,
  since: null,
};

test('the books add up to the audience', async () => {
  network(answers);
  openApp('/campaigns/c1');
  const sum = '1,000 people in the audience = 600 accepted + 12 skipped + 3 refused + 4 unknown + 381 waiting.';
  expect(await screen.findByText(`${sum} The books balance.`)).toBeInTheDocument();
  expect(screen.getByRole('img', { name: /^The books: 600 accepted, 12 skipped/ })).toBeInTheDocument();
});

test('books that do not add up are never called balanced', async () => {
  network({ ...answers, 'GET /campaigns/c1/statistics': statistics({ books: { ...live, waiting: 380 } }) });
  openApp('/campaigns/c1');
  expect(await screen.findByText(/The books do not balance at this moment/)).toHaveTextContent('999 accounted for');
});

test('a bucket opens the people in it, with the reason', async () => {
  const { asked } = network(answers);
  const { user, path } = openApp('/campaigns/c1');
  await user.click(await screen.findByRole('link', { name: 'Bounced: 9 people. Show who' }));

  const drawer = await screen.findByRole('dialog', { name: 'Bounced' });
  expect(await within(drawer).findByText('grace@example.com')).toBeInTheDocument();
  expect(within(drawer).getByText('The mailbox does not exist.')).toBeInTheDocument();
  expect(path()).toContain('show=bounced');
  expect(asked.some(({ path, query }) => path.endsWith('/messages') && query.get('outcome') === 'bounced')).toBe(true);
});

test('where few are among many it looks on by itself, says so, and ends', async () => {
  const pages: Record<string, object> = {
    '': { items: [], next: 'b', lookedAt: 400 },
    b: { items: [], next: 'c', lookedAt: 400 },
    c: { items: [bounce], next: 'd', lookedAt: 100 },
    d: { items: [], next: 'e', lookedAt: 50 },
    e: { items: [], next: null, lookedAt: 50 },
  };
  let answer: () => void = () => undefined;
  const { now, asked } = network({
    ...answers,
    'GET /campaigns/c1/messages': ({ query }) =>
      query.get('cursor') === 'c'
        ? new Promise<object>((told) => (answer = () => told(pages.c ?? {})))
        : pages[query.get('cursor') ?? ''],
  });
  now({ 'GET /campaigns/c1/statistics': statistics({ books: live, clicked: 1 }) });
  const { user } = openApp('/campaigns/c1?show=clicked');
  const drawer = await screen.findByRole('dialog', { name: 'Clicked' });
  expect(
    await within(drawer).findByText('Still looking: 800 of 1,000 people looked through, nobody yet.'),
  ).toBeVisible();
  expect(within(drawer).queryByText('Nobody is in here by now.')).toBeNull();
  act(() => answer());
  expect(await within(drawer).findByText('grace@example.com')).toBeInTheDocument();
  // Somebody was found, so it asks before it goes on; and then goes on to the end.
  await user.click(await within(drawer).findByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(within(drawer).queryByRole('button', { name: 'Show more' })).toBeNull());
  await waitFor(() => expect(asked.some(({ query }) => query.get('cursor') === 'e')).toBe(true));
  await waitFor(() => expect(within(drawer).queryByText(/^Still looking/)).toBeNull());
  expect(within(drawer).getByText('grace@example.com')).toBeInTheDocument();
});

test('who may not see the figures is told what is missing, and not to try again', async () => {
  const refusal = { title: 'Forbidden', detail: 'this login or key may not do that' };
  network({ ...answers, 'GET /campaigns/c1': problem(403, refusal) });
  openApp('/campaigns/c1');
  expect(await screen.findByText('You may not see or do this')).toBeInTheDocument();
  expect(screen.getByText(/Your login lacks the role for it/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('what becomes of the unknown, and how else it is sent, stands there after the launch too', async () => {
  const settings = { ...campaign().settings, unknownPolicy: 'leave' as const, perSecond: 5 };
  network({ ...answers, 'GET /campaigns/c1': sending({ books: live, topic: 'offers', settings }) });
  openApp('/campaigns/c1');
  expect(await screen.findByText('asked SES, no answer yet; left alone if none comes')).toBeInTheDocument();
  expect(
    screen.getByText(/Topic “offers”, at most 5 messages per second and what stays unknown is left alone\./),
  ).toBeInTheDocument();
});

test('a campaign whose last people are unknown says what it waits for', async () => {
  const last = books({ audience: 1000, accepted: 996, waiting: 0, unknown: 4 });
  network({ ...answers, 'GET /campaigns/c1/statistics': statistics({ books: last }) });
  openApp('/campaigns/c1');
  expect(await screen.findByText(/It is finished once it is known what became of 4 people\./)).toBeInTheDocument();
});

test('a launch that is held does not say that mail goes out within seconds', async () => {
  const held = sending({ state: 'launching', holdUntil: '2099-01-01T00:00:00Z' });
  network({ ...answers, 'GET /campaigns/c1': held });
  openApp('/campaigns/c1');
  expect(await screen.findByText('The campaign is launched and held: nobody has it yet.')).toBeInTheDocument();
});

test('a bucket with nobody in it is inert', async () => {
  network(answers);
  openApp('/campaigns/c1');
  await screen.findByRole('link', { name: /^Accepted: 600 people/ });
  expect(screen.queryByRole('link', { name: /^Cancelled/ })).toBeNull();
  expect(screen.getByText('Cancelled')).toBeInTheDocument();
});

test('the kinds of bounces are told apart', async () => {
  network(answers);
  openApp('/campaigns/c1');
  expect(await screen.findByText('7 permanent, 2 transient')).toBeInTheDocument();
});

test('the figures change by themselves', async () => {
  const { now } = network(answers);
  openApp('/campaigns/c1');
  await screen.findByText('619 of 1,000 people had their turn.');
  now({ 'GET /campaigns/c1/statistics': statistics({ books: { ...live, accepted: 650, waiting: 331 } }) });
  expect(await screen.findByText('669 of 1,000 people had their turn.', {}, { timeout: 3_000 })).toBeInTheDocument();
});

test('what may not be done is not shown', async () => {
  network({ ...answers, 'GET /campaigns/c1': campaign({ state: 'finished', allowed: [], books: live }) });
  openApp('/campaigns/c1');
  await screen.findByText(/The campaign is finished/);
  for (const verb of ['Pause', 'Resume', 'Cancel']) expect(screen.queryByRole('button', { name: verb })).toBeNull();
});

test('pausing says how many have the message and how many wait', async () => {
  const { to, now } = network(answers);
  const { user } = openApp('/campaigns/c1');
  await screen.findByText('7 permanent, 2 transient');
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('600 people have the message already. 381 people wait and keep their turn');

  const paused = sending({ state: 'paused', allowed: ['resume', 'cancel'], books: live, pause: byHand });
  now({ 'POST /campaigns/c1/pause': paused, 'GET /campaigns/c1': paused });
  await user.click(within(dialog).getByRole('button', { name: 'Pause' }));
  expect(await screen.findByText('Ada paused it.')).toBeInTheDocument();
  expect(to('POST', '/campaigns/c1/pause')).toHaveLength(1);
});

test('when the service stops answering, the last figures stay and say from when they are', async () => {
  const { now } = network(answers);
  openApp('/campaigns/c1');
  await screen.findByText('7 permanent, 2 transient');
  now({ 'GET /campaigns/c1/statistics': problem(503, { title: 'Down' }) });
  expect(await screen.findByText(/These figures are from .* trying again/)).toBeInTheDocument();
  expect(screen.getByText('7 permanent, 2 transient')).toBeInTheDocument();
});

test('a campaign that paused by itself shows the figures, and goes on once somebody has seen them', async () => {
  const evidence = {
    rateOf: 'bounces' as const,
    count: 40,
    of: 500,
    rate: 0.08,
    bound: 0.052,
    limit: 0.04,
    since: 0,
    domains: [{ domain: 'old.example', count: 38 }],
    examples: [{ email: 'x@old.example', why: 'No such mailbox.' }],
  };
  const pause = { ...byHand, kind: 'tooManyBounces' as const, what: 'Too many.', needsAcknowledging: true, evidence };
  const paused = sending({ state: 'paused', allowed: ['resume', 'cancel'], books: live, pause });
  const { to, now } = network({ ...answers, 'GET /campaigns/c1': paused });
  const { user } = openApp('/campaigns/c1');
  expect(await screen.findByText('40 of 500 messages bounced for good: 8%.')).toBeInTheDocument();
  expect(screen.getByText('old.example')).toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Resume' }));
  const dialog = await screen.findByRole('dialog');
  const yes = within(dialog).getByRole('button', { name: 'Resume for 381 people' });
  expect(yes).toBeDisabled();
  await user.click(within(dialog).getByRole('checkbox'));
  now({ 'POST /campaigns/c1/resume': sending({ books: live }), 'GET /campaigns/c1': sending({ books: live }) });
  await user.click(yes);
  expect(await screen.findByRole('button', { name: 'Pause' })).toBeInTheDocument();
  expect(to('POST', '/campaigns/c1/resume')[0]?.body).toEqual({ acknowledge: true });
});

test('how many opens were people’s stands beside the programs’', async () => {
  network({ ...answers, 'GET /campaigns/c1/statistics': statistics({ books: live, opened: 300, openedByHuman: 90 }) });
  openApp('/campaigns/c1');
  expect(await screen.findByText('90 by people, 210 by programs')).toBeInTheDocument();
});

test('progress is heard as it happens, and asked for when it is not', async () => {
  const heard: Record<string, (event: { data: string }) => void> = {};
  const closed = vi.fn();
  const opened: string[] = [];
  class Source {
    onerror = () => undefined;
    close = closed;
    addEventListener = (name: string, listener: (event: { data: string }) => void) => (heard[name] = listener);
    constructor(address: string) {
      opened.push(address);
    }
  }
  vi.stubGlobal('EventSource', Source);
  const { now } = network(answers);
  openApp('/campaigns/c1');
  await screen.findByText('619 of 1,000 people had their turn.');
  expect(opened).toEqual(['/api/v1/live?campaign=c1']);

  const further = { ...live, accepted: 700, waiting: 281 };
  const progress = { campaignId: 'c1', name: 'Spring', state: 'sending', accepted: 700, rate: 5.5, allowedRate: 14 };
  const limit = { by: 'otherCampaigns', otherCampaigns: 2, slowedTo: 0.64 };
  const more = { limit, endsAt: null, books: further, pause: null, waitsFor: null, asOf: '2026-11-20T10:00:09Z' };
  now({ 'GET /campaigns/c1/statistics': problem(503, {}), 'GET /campaigns/c1': problem(503, {}) });
  act(() => heard.progress?.({ data: JSON.stringify({ ...progress, ...more }) }));
  expect(await screen.findByText('719 of 1,000 people had their turn.')).toBeInTheDocument();
  expect(screen.getByText('5.5')).toBeInTheDocument();
  expect(screen.getByText(/^messages per second: its share beside 2 other campaigns/)).toHaveTextContent('at 64% of');
});

test('what keeps it from going faster stands beside how fast it may go', async () => {
  const limit: CampaignStatistics['limit'] = { by: 'ownLimit', otherCampaigns: 0, slowedTo: null };
  network({ ...answers, 'GET /campaigns/c1/statistics': statistics({ allowedRate: 5, limit }) });
  openApp('/campaigns/c1');
  expect(await screen.findByText('messages per second: that is its own speed limit')).toBeInTheDocument();
});
