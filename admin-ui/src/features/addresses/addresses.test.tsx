import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Address } from '@/api/types';
import { openApp } from '@/test/app';
import { network } from '@/test/network';
import { session } from '@/test/samples';

const at = '2026-11-20T10:00:00Z';
const grace: Address = {
  email: 'grace@example.com',
  recipientId: 'p1',
  known: true,
  summary: 'Campaigns are not sent to it: it bounced for good.',
  nextStep: 'Ask for another address.',
  contact: {
    contact: true,
    since: at,
    attributes: { firstName: 'Grace' },
    audiences: [{ audienceId: 'a1', name: 'Customers', since: at }],
  },
  campaigns: { allowed: false, why: 'it bounced for good' },
  notifications: { allowed: true, why: null },
  suppressions: {
    email: 'grace@example.com',
    stops: [],
    history: [{ scope: 'everything', reason: 'bounce', at, evidence: '550', expiresAt: null }],
    lifts: [],
  },
  timeline: [
    {
      origin: 'campaign',
      originId: 'c1',
      name: 'Spring release',
      topic: 'news',
      at,
      outcome: 'bounced',
      rule: 'The server refused it for good.',
      evidence: [
        { kind: 'bouncedPermanent', at, detail: '550 5.1.1', status: '5.1.1', statusWords: 'no such mailbox' },
      ],
    },
  ],
  next: 'further',
};
const path = '/addresses/grace%40example.com';

test('an address is looked for, and tells how things stand and what to do', async () => {
  network({ 'GET /session': session, [`GET ${path}`]: grace });
  const { user, path: address } = openApp('/addresses');
  expect(await screen.findByText('Whose mail is it about?')).toBeInTheDocument();
  await user.type(screen.getByRole('searchbox'), 'grace@example.com{Enter}');
  expect(await screen.findByText('Campaigns are not sent to it: it bounced for good.')).toBeInTheDocument();
  expect(screen.getByText('Ask for another address.')).toBeInTheDocument();
  expect(screen.getByText(/no: it bounced for good/)).toBeInTheDocument();
  expect(address()).toBe('/addresses?email=grace%40example.com');
});

test('the timeline gives the rule and the evidence, a page at a time', async () => {
  const { to } = network({ 'GET /session': session, [`GET ${path}`]: grace });
  const { user } = openApp('/addresses?email=grace%40example.com');
  const timeline = await screen.findByRole('list', { name: 'What was and was not sent' });
  expect(within(timeline).getByRole('link', { name: 'Campaign “Spring release”' })).toBeInTheDocument();
  expect(within(timeline).getByText(/The server refused it for good/)).toBeInTheDocument();
  expect(within(timeline).getByText(/bounced for good, 550 5\.1\.1, no such mailbox/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(to('GET', path).at(-1)?.query.get('cursor')).toBe('further'));
});
