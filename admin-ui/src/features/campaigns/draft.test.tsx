import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openApp } from '@/test/app';
import { network, page, problem } from '@/test/network';
import {
  audience,
  books,
  campaign,
  contact,
  forecast,
  preview,
  quota,
  sending,
  session,
  statistics,
  template,
} from '@/test/samples';

const answers = {
  'GET /session': session,
  'GET /campaigns': page(),
  'GET /campaigns/c1': campaign(),
  'GET /audiences': page(audience(), audience({ id: 'a2', name: 'Press', contacts: 1 })),
  'GET /audiences/a1': audience(),
  'GET /audiences/a1/contacts': page(contact()),
  'GET /audiences/a2': audience({ id: 'a2', name: 'Press', contacts: 1 }),
  'GET /audiences/a2/contacts': page(contact()),
  'GET /templates': page(template()),
  'GET /templates/t1': template(),
  'POST /templates/preview': { ...preview, missingFields: [], email: 'grace@example.com' },
  'GET /quota': quota,
  'GET /forecast': forecast,
};

test('the launch button names the number', async () => {
  network(answers);
  const { user } = openApp('/campaigns/c1');
  expect(await screen.findByRole('button', { name: 'Send to 1,000 people' })).toBeEnabled();

  await user.click(screen.getByRole('combobox', { name: 'Audience' }));
  await user.click(await screen.findByRole('option', { name: 'Press (1 person)', hidden: true }));
  expect(await screen.findByRole('button', { name: 'Send to 1 person' })).toBeEnabled();
});

test('an audience of nobody cannot be sent to', async () => {
  network({ ...answers, 'GET /audiences/a1': audience({ contacts: 0 }) });
  openApp('/campaigns/c1');
  expect(await screen.findByRole('button', { name: 'Nobody to send to' })).toBeDisabled();
});

test('the dialog says exactly what will happen, and "Not yet" sends nothing', async () => {
  const { to } = network(answers);
  const { user } = openApp('/campaigns/c1');
  await user.click(await screen.findByRole('button', { name: 'Send to 1,000 people' }));

  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText('1,000 people in the audience “Customers” get one message each.');
  await within(dialog).findByText('Its subject is “Hello {{firstName}}”.');
  await within(dialog).findByText(
    'It begins with 12.6 messages per second: that is what the account has for campaigns.',
  );
  expect(
    within(dialog).getByText(/^The last message goes out at about .*, after 1\smin\s19\ss\.$/),
  ).toBeInTheDocument();
  expect(within(dialog).getByText('SES and what goes with it cost about $0.12.')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Not yet' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(to('POST', '/campaigns/c1/launch')).toHaveLength(0);
});

test('a confirmed launch leads to the live page', async () => {
  const { to, now } = network(answers);
  const { user } = openApp('/campaigns/c1?ask=launch');
  const dialog = await screen.findByRole('dialog');
  const launched = sending({ books: books({ audience: 1000, waiting: 1000 }) });
  now({
    'POST /campaigns/c1/launch': launched,
    'GET /campaigns/c1': launched,
    'GET /campaigns/c1/statistics': statistics({ books: launched.books }),
  });
  await user.click(within(dialog).getByRole('button', { name: 'Send to 1,000 people' }));

  expect(await screen.findByText('0 of 1,000 people had their turn.')).toBeInTheDocument();
  const [launch] = to('POST', '/campaigns/c1/launch');
  expect(launch?.headers.get('X-Requested-With')).toBe('tidings');
});

test('what was changed is saved before it can be launched', async () => {
  const { to, now } = network(answers);
  const { user } = openApp('/campaigns/c1');
  await user.type(await screen.findByLabelText('Name of the campaign'), ' 2');
  now({ 'PUT /campaigns/c1': campaign({ name: 'Spring release 2' }) });
  await user.click(await screen.findByRole('button', { name: 'Send to 1,000 people' }));

  expect(await screen.findByRole('dialog')).toBeInTheDocument();
  expect(to('PUT', '/campaigns/c1')[0]?.body).toEqual({
    name: 'Spring release 2',
    templateId: 't1',
    audienceId: 'a1',
    sender: { name: 'Ada', email: 'ada@tidings.example' },
    topic: 'news',
    settings: campaign().settings,
  });
});

test('how it is sent is told in a sentence and changed behind a fold', async () => {
  const { to, now } = network({ ...answers, 'GET /campaigns/c1': campaign({ topic: 'offers' }) });
  const { user } = openApp('/campaigns/c1');
  expect(await screen.findByText('Topic “offers”.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Change how it is sent' }));
  await user.type(await screen.findByLabelText('Speed limit'), '5');
  await user.type(screen.getByLabelText('Bounces above'), '2.5');
  now({ 'PUT /campaigns/c1': campaign() });
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  await waitFor(() => expect(to('PUT', '/campaigns/c1')).toHaveLength(1));
  expect(to('PUT', '/campaigns/c1')[0]?.body).toMatchObject({
    topic: 'offers',
    settings: { perSecond: 5, guard: { bounceRate: 0.025, complaintRate: null } },
  });
});

test('a mistake in a folded field unfolds it', async () => {
  const { now } = network(answers);
  const { user } = openApp('/campaigns/c1');
  await user.type(await screen.findByLabelText('Name of the campaign'), ' 2');
  const errors = [{ field: 'settings.perSecond', message: 'must be at most 1000000' }];
  now({ 'PUT /campaigns/c1': problem(400, { title: 'Not valid', errors }) });
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  expect(await screen.findByText('must be at most 1000000')).toBeInTheDocument();
});

test('a schedule says the instant it means, and what the service has against it', async () => {
  const { to, now } = network(answers);
  const { user } = openApp('/campaigns/c1');
  await user.click(await screen.findByRole('button', { name: 'Schedule' }));
  const dialog = await screen.findByRole('dialog');
  const at = within(dialog).getByLabelText('Date and time');
  fireEvent.change(at, { target: { value: '2020-01-01T09:00' } });
  expect(await within(dialog).findByText(/^This has passed in/)).toBeInTheDocument();

  fireEvent.change(at, { target: { value: '2999-01-01T09:00' } });
  expect(within(dialog).getByText(/^That is Tuesday/)).toHaveTextContent('1 January 2999 at 09:00');
  const errors = [{ field: 'at', message: 'is more than a year away; choose a nearer time' }];
  now({ 'POST /campaigns/c1/schedule': problem(400, { title: 'Not valid', errors }) });
  await user.click(within(dialog).getByRole('button', { name: 'Schedule' }));
  expect(await within(dialog).findByText('is more than a year away; choose a nearer time')).toBeInTheDocument();
  expect(to('POST', '/campaigns/c1/schedule')[0]?.body).toMatchObject({ at: '2999-01-01T09:00' });
});

test('a new campaign says what is missing, and starts with the sender of the last one', async () => {
  const { to } = network({ ...answers, 'GET /campaigns': page(campaign()) });
  const { user } = openApp('/campaigns/new');
  expect(await screen.findByLabelText('Sender’s address')).toHaveValue('ada@tidings.example');
  await user.click(screen.getByRole('button', { name: 'Save draft' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Still missing: a name, an audience and a template.');
  expect(to('POST', '/campaigns')).toHaveLength(0);
});

test('a launch that somebody else was faster with is told as a sentence', async () => {
  const { now } = network(answers);
  const { user } = openApp('/campaigns/c1?ask=launch');
  const dialog = await screen.findByRole('dialog');
  const launched = sending({ books: books({ audience: 1000, waiting: 1000 }) });
  now({
    'POST /campaigns/c1/launch': problem(409, { state: 'sending', allowed: ['pause', 'cancel'] }),
    'GET /campaigns/c1': launched,
    'GET /campaigns/c1/statistics': statistics({ books: launched.books }),
  });
  await user.click(within(dialog).getByRole('button', { name: 'Send to 1,000 people' }));

  expect(
    await screen.findByText('The campaign is sending by now. What you can do: pause or cancel.'),
  ).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Pause' })).toBeInTheDocument();
});
