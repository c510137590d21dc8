import { describe, expect, test } from 'vitest';
import { duration, list, people, percent, shortDuration, soon } from './counting';

describe('percent', () => {
  test('what is not all is never shown as all', () => expect(percent(0.99996)).toBe('99.9%'));
  test('what is not nothing is never shown as nothing', () => expect(percent(0.00004)).toBe('0.004%'));
  test('all is all and nothing is nothing', () => expect([percent(1), percent(0)]).toEqual(['100%', '0%']));
  test('what reckoning leaves over is neither', () =>
    expect([percent(8.7e-19), percent(0.9999999999999999)]).toEqual(['0%', '100%']));
  test('a common share has one digit', () => expect(percent(0.01234)).toBe('1.2%'));
});

describe('duration', () => {
  test('is never less than a second', () => expect(duration(0.02)).toBe('1\u00a0s'));
  test('names the two largest units', () => expect(duration(72)).toBe('1\u00a0min\u00a012\u00a0s'));
  test('leaves out a unit of nothing', () => expect(duration(7_200)).toBe('2\u00a0h'));
  test('carries over when it rounds', () => expect(duration(3_599.9)).toBe('1\u00a0h'));
});

test('a short duration has milliseconds, and tenths of few seconds', () =>
  expect([40, 1_450, 12_400, 95_000].map(shortDuration)).toEqual([
    '40\u00a0ms',
    '1.5\u00a0s',
    '12\u00a0s',
    '1\u00a0min\u00a035\u00a0s',
  ]));

test('one person is not people', () => expect([people(1), people(1_000)]).toEqual(['1 person', '1,000 people']));

test('a list reads like a sentence', () => expect(list(['a', 'b', 'c'])).toBe('a, b and c'));

describe('soon', () => {
  const now = new Date(2026, 10, 20, 12, 0);
  const at = (...date: [number, number, number, number]) => soon(new Date(...date).toISOString(), now);
  test('today is a time', () => expect(at(2026, 10, 20, 9)).toBe('09:00'));
  test('another day has its day', () => expect(at(2026, 10, 18, 9)).toBe('18 Nov, 09:00'));
  test('another year has its year', () => expect(at(2025, 10, 18, 9)).toBe('18 Nov 2025, 09:00'));
});
