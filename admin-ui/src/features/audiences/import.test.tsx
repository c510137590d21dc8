import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openApp } from '@/test/app';
import { network, page } from '@/test/network';
import { audience, contact, finishedImport, session } from '@/test/samples';

const answers = {
  'GET /session': session,
  'GET /audiences': page(),
  'GET /audiences/a1': audience({ contacts: 2 }),
  'GET /audiences/a1/contacts': page(contact()),
  'POST /imports': finishedImport({ state: 'running', imported: 0, rejected: 0, errors: [], finishedAt: null }),
  'GET /imports/i1': finishedImport(),
};
const csv = new File(['email,firstName\ngrace@example.com,Grace\n'], 'people.csv', { type: 'text/csv' });

test('rows that were left out are shown with their line', async () => {
  const { to } = network(answers);
  const { user, path } = openApp('/audiences/a1');
  await user.upload(await screen.findByLabelText('choose a file'), csv);

  expect(await screen.findByText('2 people imported from people.csv')).toBeInTheDocument();
  const row = screen.getByText('This is not an address.').closest('tr') as HTMLElement;
  expect(within(row).getByText('3')).toBeInTheDocument();
  expect(within(row).getByText('email')).toBeInTheDocument();
  expect(path()).toBe('/audiences/a1?import=i1');
  const [upload] = to('POST', '/imports');
  expect(upload?.query.get('fileName')).toBe('people.csv');
  expect(upload?.headers.get('Content-Type')).toBe('text/csv');
});

test('the report survives a reload', async () => {
  network(answers);
  openApp('/audiences/a1?import=i1');
  expect(await screen.findByText('2 people imported from people.csv')).toBeInTheDocument();
});

test('a file that could not be read says why', async () => {
  const problem = 'No column is named email.';
  network({ ...answers, 'GET /imports/i1': finishedImport({ state: 'failed', problem, rejected: 0, errors: [] }) });
  openApp('/audiences/a1?import=i1');
  expect(await screen.findByText('people.csv was not imported')).toBeInTheDocument();
  expect(screen.getByText(problem)).toBeInTheDocument();
});

test('a dropped file that is not a CSV is not uploaded', async () => {
  const { to } = network(answers);
  openApp('/audiences/a1');
  const place = await screen.findByText('Drop a CSV file here, or');
  fireEvent.drop(place, { dataTransfer: { files: [new File(['x'], 'people.xlsx')] } });
  expect(await screen.findByText(/people.xlsx is not a CSV file/)).toBeInTheDocument();
  expect(to('POST', '/imports')).toHaveLength(0);
});
