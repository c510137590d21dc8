import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openApp } from '@/test/app';
import { network, page, problem } from '@/test/network';
import { audience, contact, preview, session, template } from '@/test/samples';

const answers = {
  'GET /session': session,
  'GET /templates': page(template()),
  'GET /templates/t1': template(),
  'GET /audiences': page(audience()),
  'GET /audiences/a1/contacts': page(contact(), contact({ id: 'p2', email: 'alan@example.com' })),
  'POST /templates/preview': { ...preview, missingFields: ['city'], email: 'grace@example.com' },
};

test('leaving with unsaved changes asks, and staying keeps them', async () => {
  network(answers);
  const { user, path } = openApp('/templates/t1');
  await user.type(await screen.findByLabelText('Subject'), '!');
  expect(screen.getByText('Unsaved changes')).toBeInTheDocument();

  await user.click(screen.getByRole('link', { name: 'Templates' }));
  await user.click(await screen.findByRole('button', { name: 'Stay here' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(path()).toBe('/templates/t1');
  expect(screen.getByLabelText('Subject')).toHaveValue('Hello {{firstName}}!');

  await user.click(screen.getByRole('link', { name: 'Templates' }));
  await user.click(await screen.findByRole('button', { name: 'Leave without saving' }));
  await waitFor(() => expect(path()).toBe('/templates'));
});

test('leaving without changes does not ask', async () => {
  network(answers);
  const { user, path } = openApp('/templates/t1');
  await screen.findByLabelText('Subject');
  await user.click(screen.getByRole('link', { name: 'Templates' }));
  await waitFor(() => expect(path()).toBe('/templates'));
});

test('Ctrl and S save, also from within a field', async () => {
  const { to } = network({ ...answers, 'PUT /templates/t1': template({ version: 4, subject: 'Hi' }) });
  const { user } = openApp('/templates/t1');
  const subject = await screen.findByLabelText('Subject');
  await user.clear(subject);
  await user.type(subject, 'Hi');
  fireEvent.keyDown(subject, { key: 's', code: 'KeyS', ctrlKey: true });

  expect(await screen.findByText('Version 4')).toBeInTheDocument();
  expect(screen.getByText('Saved')).toBeInTheDocument();
  expect(to('PUT', '/templates/t1')[0]?.body).toMatchObject({ version: 3, subject: 'Hi', text: null });
});

test('a newer version of somebody else is not overwritten, and what was typed stays', async () => {
  const { now } = network({ ...answers, 'PUT /templates/t1': problem(409, { title: 'Stale' }) });
  const { user } = openApp('/templates/t1');
  await user.type(await screen.findByLabelText('Subject'), '!');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText('Somebody else has saved a newer version of this template.')).toBeInTheDocument();
  expect(screen.getByLabelText('Subject')).toHaveValue('Hello {{firstName}}!');
  now({ 'GET /templates/t1': template({ version: 4, subject: 'Theirs' }) });
  await user.click(screen.getByRole('button', { name: 'Load the newer version' }));
  await waitFor(() => expect(screen.getByLabelText('Subject')).toHaveValue('Theirs'));
});

test('the preview is of a real person, and names the fields that stay empty', async () => {
  const { to } = network(answers);
  const { user } = openApp('/templates/t1');
  expect(await screen.findByText('grace@example.com: this merge field stays empty: city.')).toBeInTheDocument();
  expect(to('POST', '/templates/preview').at(-1)?.body).toMatchObject({ contactId: 'p1' });

  await user.click(screen.getByRole('button', { name: 'Next person' }));
  await waitFor(() => expect(to('POST', '/templates/preview').at(-1)?.body).toMatchObject({ contactId: 'p2' }));
});

test('the message is shown in a frame that runs no scripts', async () => {
  network(answers);
  openApp('/templates/t1');
  const frame = await screen.findByTitle('The message as it will look');
  expect(frame.getAttribute('sandbox')).not.toContain('allow-scripts');
});
