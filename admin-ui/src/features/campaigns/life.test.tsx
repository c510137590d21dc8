import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openApp } from '@/test/app';
import { network, page } from '@/test/network';
import { audience, books, campaign, forecast, sending, session, statistics } from '@/test/samples';

const scheduled = campaign({
  state: 'scheduled',
  allowed: ['schedule', 'unschedule', 'speed', 'cancel'],
  schedule: { local: '2999-01-01T09:00', zone: 'Europe/Vienna', at: '2999-01-01T08:00:00Z', by: 'ada@tidings.example' },
});
const done = books({ audience: 1000, accepted: 990, refused: 10 });
const finished = sending({ state: 'finished', allowed: ['retryMissed', 'archive'], books: done });
const answers = {
  'GET /session': session,
  'GET /campaigns': page(finished),
  'GET /campaigns/c1': finished,
  'GET /campaigns/c1/statistics': statistics({ books: done }),
  'GET /campaigns/c1/messages': page(),
};

test('a scheduled campaign says when it goes out, and becomes a draft again', async () => {
  const { to, now } = network({ ...answers, 'GET /campaigns/c1': scheduled });
  const { user } = openApp('/campaigns/c1');
  expect(await screen.findByText(/^It goes out on Tuesday.* 1 January 2999 at 09:00, Europe\/Vienna\./)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Unschedule' }));
  const dialog = await screen.findByRole('dialog');
  now({ 'POST /campaigns/c1/unschedule': campaign(), 'GET /campaigns/c1': campaign() });
  await user.click(within(dialog).getByRole('button', { name: 'Unschedule' }));
  expect(await screen.findByRole('button', { name: 'Save draft' })).toBeInTheDocument();
  expect(to('POST', '/campaigns/c1/unschedule')).toHaveLength(1);
});

test('the schedule dialog forecasts the time that is chosen, with everything it meets', async () => {
  const met = {
    ...forecast,
    limitedBy: 'quota' as const,
    collisions: [{ campaignId: 'c7', name: 'Autumn', state: 'scheduled' as const, startsAt: '', endsAt: null }],
    paused: [{ campaignId: 'c8', name: 'Winter', waiting: 12 }],
    quota: { ...forecast.quota, usedNow: 5_000, leftForCampaignsAtStart: 40_000, leftForCampaignsAfter: 39_000 },
  };
  const { to } = network({ ...answers, 'GET /campaigns/c1': scheduled, 'GET /forecast': met });
  openApp('/campaigns/c1?ask=schedule');
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/the quota of 24 hours is used up/)).toBeInTheDocument();
  expect(to('GET', '/forecast').at(-1)?.query.get('at')).toBe('2999-01-01T08:00:00.000Z');
  expect(within(dialog).getByText('At the same time “Autumn” is sent.')).toBeInTheDocument();
  expect(within(dialog).getByText('“Winter” is paused; it would share the rate if it were resumed.')).toBeVisible();
  expect(
    within(dialog).getByText(/5,000 of 50,000 are used now\. When it starts, campaigns may send 40,000/),
  ).toBeVisible();
  expect(within(dialog).getByText(/cost about \$0\.12/)).toBeInTheDocument();
});

test('once scheduled, nothing is asked any more', async () => {
  const { now } = network({ ...answers, 'GET /campaigns/c1': campaign(), 'GET /audiences/a1': audience() });
  const { user, path } = openApp('/campaigns/c1?ask=schedule');
  const dialog = await screen.findByRole('dialog');
  now({ 'POST /campaigns/c1/schedule': scheduled, 'GET /campaigns/c1': scheduled });
  await user.click(within(dialog).getByRole('button', { name: 'Schedule' }));
  expect(await screen.findByText(/^It goes out on/)).toBeInTheDocument();
  await waitFor(() => expect(path()).toBe('/campaigns/c1'));
});

test('a held launch counts down and can be taken back', async () => {
  const holdUntil = new Date(Date.now() + 90_000).toISOString();
  const held = sending({ state: 'launching', allowed: ['takeBack', 'cancel'], holdUntil });
  const { to, now } = network({ ...answers, 'GET /campaigns/c1': held });
  const { user } = openApp('/campaigns/c1');
  expect(await screen.findByRole('timer')).toHaveTextContent(/goes out in 1\smin\s\d+\ss/);
  await user.click(screen.getByRole('button', { name: 'Take back' }));
  now({ 'POST /campaigns/c1/take-back': campaign(), 'GET /campaigns/c1': campaign() });
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(to('POST', '/campaigns/c1/take-back')).toHaveLength(1));
});

test('who may get it twice is sent to only when asked for', async () => {
  const { to, now } = network({
    ...answers,
    'GET /campaigns/c1/retry-missed': { refused: 10, unknown: 3, newcomers: 0 },
  });
  const { user } = openApp('/campaigns/c1');
  await user.click(await screen.findByRole('button', { name: 'Send to those missed' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByRole('button', { name: 'Send to 10 people' })).toBeEnabled();
  await user.click(within(dialog).getByRole('checkbox', { name: 'Also 3 people left unknown' }));
  now({ 'POST /campaigns/c1/retry-missed': sending() });
  await user.click(within(dialog).getByRole('button', { name: 'Send to 13 people' }));
  await waitFor(() => expect(to('POST', '/campaigns/c1/retry-missed')).toHaveLength(1));
  expect(to('POST', '/campaigns/c1/retry-missed')[0]?.body).toEqual({ unknown: true, newcomers: false });
});

test('the speed is limited, and the limit lifted, while it sends', async () => {
  const limited = sending({ allowed: ['pause', 'cancel', 'speed'], limitPerSecond: 5 });
  const { to, now } = network({ ...answers, 'GET /campaigns/c1': limited });
  const { user } = openApp('/campaigns/c1');
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  const dialog = await screen.findByRole('dialog');
  const field = within(dialog).getByLabelText('Messages per second');
  await user.clear(field);
  await user.type(field, '2');
  now({ 'POST /campaigns/c1/speed': limited, 'DELETE /campaigns/c1/speed': limited });
  await user.click(within(dialog).getByRole('button', { name: 'Set the limit' }));
  await waitFor(() => expect(to('POST', '/campaigns/c1/speed')[0]?.body).toEqual({ perSecond: 2 }));
});

test('a copy opens as a draft of its own', async () => {
  const copy = campaign({ id: 'c2', name: 'Spring release (copy)' });
  network({ ...answers, 'POST /campaigns/c1/duplicate': copy, 'GET /campaigns/c2': copy });
  const { user, path } = openApp('/campaigns/c1');
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Duplicate', hidden: true }));
  await waitFor(() => expect(path()).toBe('/campaigns/c2'));
});

test('who did what stands in the history, latest first', async () => {
  const history = [
    { at: '2026-11-20T10:00:00Z', by: 'ada@tidings.example', what: 'created' },
    { at: '2026-11-20T11:00:00Z', by: 'emil@tidings.example', what: 'launched' },
  ];
  network({ ...answers, 'GET /campaigns/c1': { ...finished, history } });
  openApp('/campaigns/c1');
  const section = await screen.findByRole('region', { name: 'History' });
  const [latest, first] = within(section).getAllByRole('listitem');
  expect(latest).toHaveTextContent(/Launchedby emil@tidings\.example/);
  expect(first).toHaveTextContent('Created');
});

test('the list is filtered by state, and the address says so', async () => {
  const { asked } = network(answers);
  const { user, path } = openApp('/campaigns');
  await user.click(await screen.findByRole('combobox', { name: 'Filter by state' }));
  await user.click(await screen.findByRole('option', { name: 'Paused', hidden: true }));
  await waitFor(() => expect(path()).toBe('/campaigns?state=paused'));
  await user.click(screen.getByRole('checkbox', { name: 'Archived' }));
  await waitFor(() => expect(path()).toBe('/campaigns?state=paused&archived=true'));
  await waitFor(() => {
    const last = asked.filter((each) => each.path === '/campaigns').at(-1);
    expect([last?.query.get('state'), last?.query.get('archived')]).toEqual(['paused', 'true']);
  });
});

test('a filter that nothing passes says so, and the way back', async () => {
  network({ ...answers, 'GET /campaigns': page() });
  openApp('/campaigns?state=paused');
  expect(await screen.findByText('No campaign is like this')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Show all' })).toHaveAttribute('href', '/campaigns');
});
