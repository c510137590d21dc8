import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openApp } from '@/test/app';
import { network, page, problem } from '@/test/network';
import { audience, contact, preview, session, template } from '@/test/samples';

const signedOut = problem(401, { title: 'Not signed in' });

test('without a session every page leads to the login, and from there back', async () => {
  const { now } = network({ 'GET /session': signedOut, 'GET /audiences': signedOut });
  const { user, path } = openApp('/audiences?sort=name');
  await user.type(await screen.findByLabelText('Email'), 'ada@tidings.example');
  expect(path()).toMatch(/^\/login/);

  await user.type(screen.getByLabelText('Password'), 'secret');
  now({ 'POST /session': session, 'GET /session': session, 'GET /audiences': page(audience()) });
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('link', { name: 'Customers' })).toBeInTheDocument();
  expect(path()).toMatch(/^\/audiences/);
});

test('a wrong password is told as a sentence', async () => {
  network({ 'GET /session': signedOut, 'POST /session': signedOut });
  const { user } = openApp('/login');
  await user.type(await screen.findByLabelText('Email'), 'ada@tidings.example');
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('This email and password do not belong together.')).toBeInTheDocument();
});

test('the way back never leads to another site', async () => {
  network({ 'GET /session': signedOut, 'POST /session': session });
  const { router } = openApp('/login?back=//evil.example/');
  await screen.findByLabelText('Email');
  expect(router.state.location.search).toEqual({ back: undefined });
});

test('a session that ends while writing asks in place, and what was typed is kept', async () => {
  const { now } = network({
    'GET /session': session,
    'GET /templates/t1': template(),
    'GET /audiences': page(audience()),
    'GET /audiences/a1/contacts': page(contact()),
    'POST /templates/preview': { ...preview, missingFields: [], email: null },
    'PUT /templates/t1': signedOut,
  });
  const { user, path } = openApp('/templates/t1');
  await user.type(await screen.findByLabelText('Subject'), '!');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  const dialog = await screen.findByRole('dialog', { name: 'Your session has ended' });
  now({ 'POST /session': session });
  await user.type(within(dialog).getByLabelText('Email'), 'ada@tidings.example');
  await user.type(within(dialog).getByLabelText('Password'), 'secret');
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByLabelText('Subject')).toHaveValue('Hello {{firstName}}!');
  expect(path()).toBe('/templates/t1');
});

test('signing out ends the session and leads to the login', async () => {
  const { to, now } = network({ 'GET /session': session, 'GET /audiences': page(audience()) });
  const { user, path } = openApp('/audiences');
  await screen.findByRole('link', { name: 'Customers' });
  now({ 'DELETE /session': new Response(null, { status: 204 }), 'GET /session': signedOut });
  await user.click(screen.getByRole('link', { name: /^Sign out/ }));
  expect(await screen.findByLabelText('Email')).toBeInTheDocument();
  expect(path()).toBe('/login');
  expect(to('DELETE', '/session')).toHaveLength(1);
});

test('an address with nothing at it says so', async () => {
  network({ 'GET /session': session });
  openApp('/nowhere');
  expect(await screen.findByText('There is nothing at this address')).toBeInTheDocument();
});

test('a service that cannot be reached is told as a sentence', async () => {
  const { now } = network({
    'GET /session': session,
    'GET /audiences': () => Promise.reject(new TypeError('refused')),
  });
  const { user } = openApp('/audiences');
  expect(await screen.findByText('Tidings does not answer')).toBeInTheDocument();
  now({ 'GET /audiences': page(audience()) });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Customers' })).toBeInTheDocument();
});
