import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Suppressed } from '@/api/types';
import { openApp } from '@/test/app';
import { network, page, problem } from '@/test/network';
import { session } from '@/test/samples';

const at = '2026-11-20T10:00:00Z';
const grace: Suppressed = {
  email: 'grace+x@example.com',
  stops: [
    { scope: 'topic:news', reason: 'complaint', since: at, until: null, evidence: 'feedback abuse', why: 'complained' },
  ],
  history: [{ scope: 'topic:news', reason: 'complaint', at, evidence: 'feedback abuse', expiresAt: null }],
  lifts: [],
};
const entry = '/suppressions/grace%2Bx%40example.com';
const answers = {
  'GET /session': session,
  'GET /suppressions': page(grace),
  [`GET ${entry}`]: grace,
};

test('the list is searched, and the address says for what', async () => {
  const { asked } = network(answers);
  const { user, path } = openApp('/suppressions');
  expect(await screen.findByText('Campaigns about news')).toBeInTheDocument();
  await user.type(screen.getByRole('searchbox'), 'grace');
  await waitFor(() => expect(path()).toBe('/suppressions?q=grace'));
  await waitFor(() => expect(asked.at(-1)?.query.get('q')).toBe('grace'));
});

test('nobody on the list is good news, nobody found is another matter', async () => {
  const { now } = network({ ...answers, 'GET /suppressions': page() });
  const { router } = openApp('/suppressions');
  expect(await screen.findByText('Mail goes to everybody')).toBeInTheDocument();
  now({ 'GET /suppressions': page() });
  await router.navigate({ to: '/suppressions', search: { reason: 'bounce' } });
  expect(await screen.findByText('Nobody like this is on the list')).toBeInTheDocument();
});

test('an address is lifted with a reason, and the trail tells who did it', async () => {
  const { to, now } = network(answers);
  const { user } = openApp('/suppressions?show=grace%2Bx%40example.com');
  await user.click(await screen.findByRole('button', { name: 'Let mail through again' }));
  const dialog = await screen.findByRole('dialog', { name: 'Let mail through again: campaigns about news?' });
  expect(dialog).toHaveTextContent('This person marked your mail as spam.');
  const yes = within(dialog).getByRole('button', { name: 'Let mail through' });
  expect(yes).toBeDisabled();
  await user.type(within(dialog).getByLabelText('Why'), 'she asked for it');
  const lifted = {
    ...grace,
    stops: [],
    lifts: [{ scope: 'topic:news', reason: null, at, by: 'ada@tidings.example', why: 'she asked for it' }],
  };
  now({ [`POST ${entry}/lift`]: lifted, [`GET ${entry}`]: lifted });
  await user.click(yes);
  expect(await screen.findByText('ada@tidings.example: she asked for it')).toBeInTheDocument();
  expect(screen.getByText('Nothing: mail to this address goes through.')).toBeInTheDocument();
  expect(to('POST', `${entry}/lift`)[0]?.body).toEqual({ scope: 'topic:news', why: 'she asked for it' });
});

test('mail to an address is stopped by hand, and a mistake stands at its field', async () => {
  const errors = [{ field: 'email', message: 'is not of the form name@domain' }];
  const { to } = network({ ...answers, 'POST /suppressions': problem(400, { title: 'Not valid', errors }) });
  const { user } = openApp('/suppressions');
  await user.click(await screen.findByRole('button', { name: 'Stop mail to an address' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Address'), 'nonsense');
  await user.click(within(dialog).getByRole('button', { name: 'Stop mail' }));
  expect(await within(dialog).findByText('is not of the form name@domain')).toBeInTheDocument();
  expect(to('POST', '/suppressions')[0]?.body).toMatchObject({ email: 'nonsense', scope: 'everything' });
});

test('many are checked at once, and who may not be written to stands there with the reason', async () => {
  const checked = page(
    { address: 'a@example.com', allowed: true, why: null, by: null },
    { address: 'b@example.com', allowed: false, why: 'the recipient unsubscribed', by: null },
  );
  const { to } = network({ ...answers, 'POST /suppressions/check': checked });
  const { user } = openApp('/suppressions?view=check');
  await user.type(await screen.findByLabelText('Addresses'), 'a@example.com, b@example.com');
  await user.click(screen.getByRole('button', { name: 'Check 2 addresses' }));
  expect(await screen.findByText('1 person of 2 may be written to.')).toBeInTheDocument();
  expect(screen.getByText('the recipient unsubscribed')).toBeInTheDocument();
  expect(to('POST', '/suppressions/check')[0]?.body).toMatchObject({ addresses: ['a@example.com', 'b@example.com'] });
});

test('the lists are made to agree a page at a time', async () => {
  const drift = { email: 'b@example.com', reason: 'bounce', since: at, lifted: true };
  const { to, now } = network({
    ...answers,
    'GET /suppressions/ses-drift': page(drift),
    'POST /suppressions/ses-drift/mend': { items: [drift], next: 'further' },
  });
  const { user } = openApp('/suppressions?view=drift');
  expect(await screen.findByText('lifted here by somebody')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Add them to this list' }));
  await user.click(await screen.findByRole('button', { name: 'There are more: go on.' }));
  now({ 'GET /suppressions/ses-drift': page() });
  expect(to('POST', '/suppressions/ses-drift/mend').map(({ body }) => body)).toEqual([
    { direction: 'missingHere', cursor: null },
    { direction: 'missingHere', cursor: 'further' },
  ]);
});
