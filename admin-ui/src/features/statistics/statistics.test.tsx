import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Counts, Rates, Ratio, Times, TimesTaken } from '@/api/types';
import { openApp } from '@/test/app';
import { network, page } from '@/test/network';
import { sending, session } from '@/test/samples';

const counts: Counts = {
  accepted: 400,
  delivered: 380,
  delayed: 0,
  bouncedPermanent: 12,
  bouncedTransient: 8,
  bouncedUndetermined: 0,
  bouncedAfterDelivery: 0,
  bouncedLate: 0,
  suppressedBounces: 0,
  autoReplied: 0,
  complained: 1,
  opened: 100,
  openedByHuman: 38,
  clicked: 20,
  clickedByHuman: 10,
  unsubscribed: 2,
  skipped: 0,
  refused: 0,
  rejected: 0,
  renderingFailed: 0,
  messageFaults: 0,
};
const ratio = (numerator: number, denominator: number, of: string): Ratio => ({
  value: denominator === 0 ? null : numerator / denominator,
  low: denominator === 0 ? null : 0.017,
  high: denominator === 0 ? null : 0.052,
  numerator,
  denominator,
  of,
});
const rates: Rates = {
  delivered: ratio(380_000, 400_000, 'accepted by SES'),
  bounced: ratio(12, 400, 'accepted by SES'),
  softBounced: ratio(8, 400, 'accepted by SES'),
  complained: ratio(1, 380, 'delivered'),
  opened: ratio(100, 380, 'delivered'),
  openedByHuman: ratio(38, 380, 'delivered'),
  clicked: ratio(20, 380, 'delivered'),
  clickedByHuman: ratio(10, 380, 'delivered'),
  unsubscribed: ratio(0, 0, 'delivered'),
};
const taken = (count: number, p50Millis: number | null, p95Millis: number | null, p95OrMore = false): TimesTaken => ({
  count,
  p50Millis,
  p50OrMore: false,
  p95Millis,
  p95OrMore,
  buckets: [],
});
const times: Times = {
  queueWait: taken(1_200, 64, 1_450),
  toAccepted: taken(1_200, 180, 95_000),
  toDelivered: taken(1_100, 2_300, 600_000, true),
};
const day = { stream: 'all', from: '2026-10-23', to: '2026-11-21' };
const answers = {
  'GET /session': session,
  'GET /statistics/summary': {
    ...day,
    counts,
    rates,
    bounceRate: rates.bounced,
    complaintRate: rates.complained,
    times,
  },
  'GET /statistics/timeline': { bucket: 'day', items: [] },
  'GET /statistics/breakdown': {
    ...day,
    by: 'domain',
    items: [{ key: 'example.com', name: 'example.com', counts, rates, times: null }],
  },
  'GET /statistics/matrix': {
    ...day,
    statuses: ['5.1.1', '4.2.2'],
    items: [{ domain: 'old.example', counts: [9, 0] }],
  },
  'GET /statistics/compare': {
    ageHours: 24,
    items: [{ campaignId: 'c1', name: 'Spring release', launchedAt: '2026-11-20T10:00:00Z', counts, rates }],
  },
  'GET /campaigns': page(sending({ state: 'finished' })),
};
const row = async (name: RegExp) => within(await screen.findByRole('row', { name }));

test('what people opened stands beside what programs opened', async () => {
  network(answers);
  openApp('/statistics');
  expect((await row(/^Opened 26/)).getByText('100 of 380 delivered')).toBeInTheDocument();
  expect((await row(/^Opened by people 10%/)).getByText('38 of 380 delivered')).toBeInTheDocument();
});

test('every rate names its denominator, and of few messages the range as well', async () => {
  network(answers);
  openApp('/statistics');
  const bounced = await row(/^Bounced for good/);
  expect(bounced.getByText('12 of 400 accepted by SES')).toBeInTheDocument();
  expect(bounced.getByText('1.7% to 5.2%')).toBeInTheDocument();
  expect((await row(/^Delivered/)).queryByText('1.7% to 5.2%')).toBeNull();
  expect((await row(/^Unsubscribed/)).getByText(/^No rate yet/)).toBeInTheDocument();
});

test('how fast notifications go is said in units for people, and where it is not known how long, at least how long', async () => {
  network(answers);
  openApp('/statistics?stream=notifications');
  const texts = async (name: RegExp) => (await row(name)).getAllByRole('cell').map(({ textContent }) => textContent);
  expect(await texts(/^SES is asked/)).toEqual(['64\u00a0ms', '1.5\u00a0s', '1,200']);
  expect(await texts(/^SES accepts it/)).toEqual(['180\u00a0ms', '1\u00a0min\u00a035\u00a0s', '1,200']);
  expect(await texts(/^The recipient’s server takes it/)).toEqual(['2.3\u00a0s', 'more than 10\u00a0min', '1,100']);
});

test('how fast the notifications of each category go stands under their rates', async () => {
  const items = [
    { key: 'account', name: 'account', counts, rates, times },
    { key: 'other', name: 'other', counts, rates, times: null },
  ];
  network({ ...answers, 'GET /statistics/breakdown': { ...day, by: 'category', items } });
  openApp('/statistics?view=breakdown&by=category');
  const table = within(await screen.findByRole('table', { name: 'How fast notifications go' }));
  const cells = within(table.getByRole('row', { name: /^account/ })).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    '64\u00a0ms / 1.5\u00a0s',
    '180\u00a0ms / 1\u00a0min\u00a035\u00a0s',
    '2.3\u00a0s / more than 10\u00a0min',
  ]);
  expect(table.queryByRole('row', { name: /^other/ })).toBeNull();
});

test('late bounces are named', async () => {
  const late = { ...counts, bouncedLate: 3 };
  network({ ...answers, 'GET /statistics/summary': { ...day, counts: late, rates, times } });
  openApp('/statistics');
  expect(await screen.findByText(/^3 bounces came more than a day after/)).toBeInTheDocument();
});

test('where no notification has a time yet, that is said', async () => {
  const none = taken(0, null, null);
  const yet: Times = { queueWait: none, toAccepted: none, toDelivered: none };
  network({ ...answers, 'GET /statistics/summary': { ...answers['GET /statistics/summary'], times: yet } });
  openApp('/statistics');
  expect(await screen.findByText('No notification of these days has a time yet.')).toBeInTheDocument();
});

test('of campaigns alone nothing is said of how fast notifications go', async () => {
  network({ ...answers, 'GET /statistics/summary': { ...answers['GET /statistics/summary'], times: null } });
  openApp('/statistics?stream=campaigns');
  await row(/^Opened 26/);
  expect(screen.queryByText('How fast notifications go')).toBeNull();
});

test('days without mail say so', async () => {
  const nothing = Object.fromEntries(Object.keys(counts).map((name) => [name, 0]));
  network({ ...answers, 'GET /statistics/summary': { ...day, counts: nothing, rates, times: null } });
  openApp('/statistics?days=7');
  expect(await screen.findByText('Nothing was sent in these days')).toBeInTheDocument();
});

test('mail is told apart by what is chosen, and the address and the file say by what', async () => {
  const { asked } = network(answers);
  const { user, path } = openApp('/statistics?view=breakdown&stream=campaigns');
  await row(/^example\.com 400/);
  await user.click(screen.getByRole('combobox', { name: 'Told apart by' }));
  await user.click(await screen.findByRole('option', { name: 'Mailbox provider', hidden: true }));
  await waitFor(() => expect(path()).toContain('by=provider'));
  await waitFor(() => expect(asked.at(-1)?.query.get('by')).toBe('provider'));
  expect(asked.at(-1)?.query.get('stream')).toBe('campaigns');
  expect(screen.getByRole('link', { name: 'Download as CSV' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/api\/v1\/statistics\/breakdown\.csv\?by=provider&stream=campaigns&from=/),
  );
});

test('the matrix has a figure where a domain gave a status, and nothing where it did not', async () => {
  network(answers);
  openApp('/statistics?view=matrix');
  const cells = (await row(/^old\.example/)).getAllByRole('cell');
  expect(cells.map((cell) => cell.textContent)).toEqual(['9', '']);
});

test('campaigns are held against each other at the same age', async () => {
  const { asked } = network(answers);
  openApp('/statistics?view=compare&campaigns=c1,c2&hours=24');
  expect(await screen.findByText('As of their first 24 hours.')).toBeInTheDocument();
  const spring = await row(/^Spring release/);
  expect(spring.getByText('12 of 400')).toBeInTheDocument();
  expect(spring.getByText('people 10%')).toBeInTheDocument();
  const question = asked.find(({ path }) => path === '/statistics/compare');
  expect([question?.query.get('campaigns'), question?.query.get('hours')]).toEqual(['c1,c2', '24']);
});
