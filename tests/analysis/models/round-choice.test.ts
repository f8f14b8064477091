import { expect, test } from 'vitest';
import { usualRound } from '../../../src/analysis/models/round-choice';

const candidates = (lines: [rounds: number, repeated: number][]) =>
  lines.map(([rounds, repeated], i) => ({
    period: (['month', 'quarter', 'year'] as const)[i],
    rounds,
    repeated,
  }));

test('one gift a year is counted in years, one box a month in months', () => {
  const gifts = candidates([
    [82, 0],
    [26, 0],
    [5, 0],
  ]);
  const boxes = candidates([
    [35, 0],
    [11, 0.76],
    [3, 0.72],
  ]);
  expect(usualRound(gifts)).toBe('year');
  expect(usualRound(boxes)).toBe('month');
});

test('a length with too few whole rounds is not taken, however well it would suit', () => {
  const short = candidates([
    [20, 0],
    [6, 0.01],
    [1, 0.02],
  ]);
  expect(usualRound(short)).toBe('quarter');
});

test('where everyone buys often, the length in which they least often do', () => {
  const often = candidates([
    [40, 0.4],
    [13, 0.7],
    [3, 0.9],
  ]);
  expect(usualRound(often)).toBe('month');
});

test('nothing is counted where no length leaves three whole rounds', () => {
  expect(usualRound([])).toBeNull();
  const young = candidates([
    [2, 0],
    [0, NaN],
    [0, NaN],
  ]);
  expect(usualRound(young)).toBeNull();
});
