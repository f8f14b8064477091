import { describe, expect, test } from 'vitest';
import { collectOrders } from '../../../src/analysis/orders';
import { retentionTriangle } from '../../../src/analysis/retention/triangle';
import { cohortValue } from '../../../src/analysis/value/cohort-value';
import { simpleLedger } from '../ledger';

/** Each cohort's customers buy in its month 0, and half as much for each month after. */
const rows = simpleLedger([
  ['a', '2025-01-05', 80],
  ['a', '2025-02-05', 40],
  ['a', '2025-03-05', 20],
  ['b', '2025-02-06', 160],
  ['b', '2025-03-06', 80],
  ['c', '2025-03-07', 40],
  ['c', '2025-03-31', 0],
]);
const { cohorts } = retentionTriangle(rows, collectOrders(rows), {
  period: 'month',
  activity: 'classic',
  counting: 'calendar',
});

describe('value of a cohort per original customer', () => {
  test('what was observed, and what older cohorts say will follow', () => {
    expect(cohortValue(cohorts, 1, 1)).toEqual({
      observed: Float64Array.of(160, 240),
      projected: Float64Array.of(280),
      value: 280,
    });
    expect(cohortValue(cohorts, 2, 0.5)).toEqual({
      observed: Float64Array.of(20),
      projected: Float64Array.of(30, 35),
      value: 35,
    });
  });

  test('the oldest cohort has nobody to follow', () => {
    expect(cohortValue(cohorts, 0, 1)).toEqual({
      observed: Float64Array.of(80, 120, 140),
      projected: new Float64Array(),
      value: 140,
    });
  });

  test('an impossible margin is refused', () => {
    expect(cohortValue(cohorts, 0, 2)).toMatchObject({ code: 'TOO_LARGE', input: 'margin' });
  });
});
