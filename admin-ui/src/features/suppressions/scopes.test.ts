import { expect, test } from 'vitest';
import { addressesIn, scopeName } from './scopes';

test('pasted addresses are told apart by lines, commas and semicolons, and count once', () => {
  expect(addressesIn(' a@x.example,\nb@x.example; a@x.example\n\n')).toEqual(['a@x.example', 'b@x.example']);
});

test('a scope is named for a person, also one that nobody here knows', () => {
  expect(['everything', 'marketing', 'topic:news', 'moon'].map(scopeName)).toEqual([
    'All mail',
    'All campaigns',
    'Campaigns about news',
    'moon',
  ]);
});
