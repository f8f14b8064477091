import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import { quantile } from '../../../src/analysis/order-statistics';
import { collectOrders } from '../../../src/analysis/orders';
import {
  rfmScores,
  scoreByEdges,
  scoreByRank,
  type BinCount,
  type RfmScores,
} from '../../../src/analysis/rfm/scores';
import { assignSegments, segmentTable } from '../../../src/analysis/rfm/segments';
import { pymcMarketingMap } from '../../../src/analysis/rfm/pymc-marketing-map';
import { anyLedger, simpleLedger } from '../ledger';
import { cdnow, cdnowAbsent } from '../published-data';

const bins = fc.constantFrom<BinCount>(3, 4, 5);
const values = fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 1, maxLength: 120 });

describe('scores by rank', () => {
  test('ten values that all differ fall into five bins of two', () => {
    const ten = Float64Array.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
    expect(Array.from(scoreByRank(ten, 5, 'larger').score)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(Array.from(scoreByRank(ten, 5, 'smaller').score)).toEqual([
      5, 5, 4, 4, 3, 3, 2, 2, 1, 1,
    ]);
  });

  test('the definition, ties together, worst value 1, order of customers irrelevant', () => {
    fc.assert(
      fc.property(values, bins, fc.boolean(), (list, k, larger) => {
        const { score, bins: described } = scoreByRank(
          Float64Array.from(list),
          k,
          larger ? 'larger' : 'smaller',
        );
        list.forEach((value, i) => {
          const worse = list.filter((other) => (larger ? other < value : other > value)).length;
          expect(score[i]).toBe(Math.min(k, Math.floor((k * worse) / list.length) + 1));
        });
        expect(described.reduce((total, { size }) => total + size, 0)).toBe(list.length);
        for (const { score: of, from, to, size } of described) {
          const members = list.filter((_, i) => score[i] === of);
          expect(size).toBe(members.length);
          if (size > 0) expect([from, to]).toEqual([Math.min(...members), Math.max(...members)]);
          else expect([from, to]).toEqual([NaN, NaN]);
        }
      }),
    );
  });
});

describe('scores by edges', () => {
  test('a value on an edge belongs below it; fewer days are the better score', () => {
    const days = Float64Array.of(0, 30, 31, 90, 91, 365, 366);
    const scored = scoreByEdges(days, [30, 90, 365], 'smaller');
    if ('code' in scored) throw new Error(scored.code);
    expect(Array.from(scored.score)).toEqual([4, 4, 3, 3, 2, 2, 1]);
    const larger = scoreByEdges(days, [30, 90], 'larger');
    if ('code' in larger) throw new Error(larger.code);
    expect(Array.from(larger.score)).toEqual([1, 1, 2, 2, 3, 3, 3]);
  });

  test('edges that are none are refused', () => {
    const one = Float64Array.of(1);
    expect(scoreByEdges(one, [3, 3], 'larger')).toEqual({ code: 'EDGES_NOT_ASCENDING' });
    expect(scoreByEdges(one, [5, 1, NaN], 'larger')).toEqual({ code: 'EDGES_NOT_ASCENDING' });
    expect(scoreByEdges(one, [1], 'larger')).toEqual({ code: 'EDGES_WRONG_COUNT' });
  });
});

test('a one-time buyer always has F = 1, and every buyer three scores', () => {
  fc.assert(
    fc.property(anyLedger, bins, (transactions, k) => {
      const customers = summariseCustomers(collectOrders(transactions));
      const scores = rfmScores(customers, { bins: k }) as RfmScores;
      expect(scores.buyers).toEqual(customers.buyers);
      scores.buyers.forEach((position, i) => {
        if (customers.orders[position] === 1) expect(scores.f.score[i]).toBe(1);
        for (const { score } of [scores.r, scores.f, scores.m]) {
          expect(score[i]).toBeGreaterThanOrEqual(1);
          expect(score[i]).toBeLessThanOrEqual(k);
        }
      });
    }),
  );
});

test('edges must fit the number of bins, and the problem names the dimension', () => {
  const customers = summariseCustomers(collectOrders(simpleLedger([])));
  expect(rfmScores(customers, { bins: 5, edges: { f: [1, 2] } })).toEqual({
    code: 'EDGES_WRONG_COUNT',
    dimension: 'f',
  });
});

describe.skipIf(cdnowAbsent)('CDNOW', () => {
  test('sizes of the five bins, computed apart from this code', () => {
    const customers = summariseCustomers(collectOrders(cdnow()));
    const scores = rfmScores(customers) as RfmScores;
    const sizes = (name: 'r' | 'f' | 'm') => scores[name].bins.map(({ size }) => size);
    expect(sizes('r')).toEqual([482, 471, 463, 470, 471]);
    expect(sizes('f')).toEqual([1218, 0, 403, 358, 378]);
    expect(sizes('m')).toEqual([481, 462, 472, 471, 471]);
  });

  test("with PyMC-Marketing's quartile edges, its measured segments", () => {
    const customers = summariseCustomers(collectOrders(cdnow()));
    const mean = Float64Array.from(customers.buyers, (i) => customers.net[i] / customers.orders[i]);
    const sorted = mean.slice().sort();
    const scored = {
      r: scoreByEdges(days(), [217, 473, 506], 'smaller'),
      m: scoreByEdges(
        mean,
        [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)),
        'larger',
      ),
      // Ties leave its quartiles of frequency with one edge, at 3 orders, and labels 1 and 2.
      f: scoreByEdges(Float64Array.from(customers.orders), [3, 1e9, 2e9], 'larger'),
    };
    if ('code' in scored.r || 'code' in scored.f || 'code' in scored.m) throw new Error();
    const segmented = assignSegments(
      customers,
      { buyers: customers.buyers, bins: 4, r: scored.r, f: scored.f, m: scored.m },
      pymcMarketingMap,
    );
    if ('code' in segmented) throw new Error(segmented.code);
    const counts = segmentTable(customers, segmented).map((row) => [row.name, row.customers]);
    expect(Object.fromEntries(counts)).toEqual({
      Premium: 0,
      Repeat: 0,
      'Top Spender': 675,
      'At Risk': 580,
      Inactive: 952,
      Other: 150,
    });

    function days() {
      return Float64Array.from(customers.lastDay, (day) => customers.observationEnd - day);
    }
  });
});
