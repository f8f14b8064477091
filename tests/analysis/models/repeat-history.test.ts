import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  groupHistory,
  historyTotals,
  sampleHistory,
} from '../../../src/analysis/models/repeat-history';
import { history } from './arbitrary';
import { historyOf } from './read-log';

describe('grouping', () => {
  test('keeps every total and never has two equal rows', () => {
    fc.assert(
      fc.property(history, (past) => {
        const grouped = groupHistory(past);
        expect(historyTotals(grouped)).toEqual(historyTotals(past));
        const keys = Array.from(grouped.x, (x, i) => `${x} ${grouped.tx[i]} ${grouped.T[i]}`);
        expect(new Set(keys).size).toBe(grouped.count);
        expect(groupHistory(grouped)).toEqual(grouped);
      }),
    );
  });

  test('does not depend on the order of customers', () => {
    const rows: [number, number, number][] = [
      [1, 5, 9],
      [0, 0, 9],
      [1, 5, 9],
      [2, 5, 9],
    ];
    expect(groupHistory(historyOf(rows))).toEqual(groupHistory(historyOf(rows.reverse())));
    expect([...groupHistory(historyOf(rows)).weight]).toEqual([1, 2, 1]);
  });
});

test('a sample is taken at even steps, weights with it', () => {
  const rows = Array.from({ length: 10 }, (_, i): [number, number, number] => [i, i, 10]);
  const weight = Float64Array.from({ length: 10 }, (_, i) => i);
  const sample = sampleHistory({ ...historyOf(rows), weight }, 5);
  expect([...sample.x]).toEqual([0, 2, 4, 6, 8]);
  expect(sample.weight).toEqual(sample.x);
});
