import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochDay, periodStart, type CalendarPeriod } from '../../../src/analysis/calendar';
import { aliveAtNext, bgBb } from '../../../src/analysis/models/bg-bb';
import { opportunities, wholeRounds } from '../../../src/analysis/models/opportunities';
import { groupHistory } from '../../../src/analysis/models/repeat-history';
import { collectOrders, type Orders } from '../../../src/analysis/orders';
import { simulateDonations } from '../../../src/analysis/simulate/donations';
import { anyLedger, anyLedgerShuffled, simpleLedger } from '../ledger';
import { expectAllWithin, expectWithin } from './closeness';
import { fitted, sumOver } from './fitted';
import { ordersOf } from './orders-of-log';
import { type Occasion, realFile } from './read-log';
import { onRealFile } from './real-file';
import { entry } from './reference';

const PERIODS: readonly CalendarPeriod[] = ['month', 'quarter', 'year'];

function counted(orders: Orders, period: CalendarPeriod) {
  const rounds = wholeRounds(orders, period);
  if (!rounds) throw new Error('no orders');
  return { rounds, ...opportunities(orders, rounds) };
}

/** The rows [x, t_x, n] of a history. */
function rowsOf(orders: Orders, period: CalendarPeriod): number[][] {
  const { x, tx, T } = counted(orders, period).history;
  return Array.from(x, (taken, i) => [taken, tx[i], T[i]]);
}

describe('orders as opportunities', () => {
  const donors = simpleLedger([
    ['ann', '2019-05-01', 10],
    ['ann', '2020-01-01', 10],
    ['ann', '2022-12-31', 10],
    ['ann', '2023-02-01', 10],
    ['bob', '2019-12-31', 10],
    ['cem', '2021-03-03', 10],
    ['cem', '2021-03-04', 10],
    ['cem', '2022-06-01', 10],
    ['cem', '2022-06-01', 10],
    ['dee', '2022-02-02', 10],
    ['eve', '2023-06-15', 10],
  ]);

  test('the first order’s year is no opportunity, an unfinished last one is left out', () => {
    const orders = collectOrders(donors);
    const { rounds, history, tooNew } = counted(orders, 'year');
    expect(rounds).toMatchObject({ first: 49, last: 52, cut: true });
    expect(history.count).toBe(3);
    expect(rowsOf(orders, 'year')).toEqual([
      [2, 3, 3],
      [0, 0, 3],
      [1, 1, 1],
    ]);
    // Whoever came in 2022 or later has had no whole year since.
    expect(tooNew).toBe(2);
  });

  test('a year that is over counts, with a purchase or without', () => {
    const orders = collectOrders(donors, { observationEnd: epochDay(2023, 12, 31) });
    expect(counted(orders, 'year').rounds).toMatchObject({ last: 53, cut: false });
    expect(rowsOf(orders, 'year')).toEqual([
      [3, 4, 4],
      [0, 0, 4],
      [1, 1, 2],
      [0, 0, 1],
    ]);
  });

  test('rounds with purchases on several days are told, those of one day are not', () => {
    const { taken, repeated } = counted(collectOrders(donors), 'year');
    expect({ taken, repeated }).toEqual({ taken: 6, repeated: 1 });
  });

  test('no orders have no rounds, and a first round that is not over has nobody', () => {
    expect(wholeRounds(collectOrders(simpleLedger([])), 'year')).toBeNull();
    const young = collectOrders(simpleLedger([['ann', '2024-03-01', 1]]));
    expect(counted(young, 'year')).toMatchObject({ tooNew: 1, taken: 0, history: { count: 0 } });
  });

  test('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(anyLedgerShuffled, fc.constantFrom(...PERIODS), (ledgers, period) => {
        const [orders, again] = [
          collectOrders(ledgers.transactions),
          collectOrders(ledgers.shuffled),
        ];
        if (orders.count === 0) return;
        const { rounds: _, ...one } = counted(orders, period);
        const { rounds: __, ...other } = counted(again, period);
        expect(other).toEqual(one);
      }),
    );
  });

  test('x <= t_x <= n, everyone is counted or too new, and each round taken is someone’s', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom(...PERIODS), (transactions, period) => {
        const orders = collectOrders(transactions);
        if (orders.count === 0) return;
        const { rounds, history, tooNew, taken, repeated } = counted(orders, period);
        const { count, x, tx, T } = history;
        for (let i = 0; i < count; i++) {
          expect(x[i]).toBeLessThanOrEqual(tx[i]);
          expect(tx[i]).toBeLessThanOrEqual(T[i]);
          expect(x[i] > 0).toBe(tx[i] > 0);
          expect(T[i]).toBeGreaterThanOrEqual(1);
          expect(T[i]).toBeLessThanOrEqual(rounds.last - rounds.first);
        }
        const bought = orders.offset
          .slice(1)
          .filter((to, customer) => to > orders.offset[customer]).length;
        expect(count + tooNew).toBe(bought);
        expect(taken).toBe(count + x.reduce((sum, n) => sum + n, 0));
        expect(repeated).toBeLessThanOrEqual(taken);
      }),
    );
  });

  test('what happens in an unfinished round changes nothing', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom(...PERIODS), (transactions, period) => {
        const orders = collectOrders(transactions);
        if (orders.count === 0) return;
        const { rounds, history, taken, repeated } = counted(orders, period);
        if (!rounds.cut || rounds.last < rounds.first) return;
        const end = periodStart(rounds.last + 1, period) - 1;
        const before = counted(collectOrders(transactions, { observationEnd: end }), period);
        expect(before.rounds).toMatchObject({ last: rounds.last, cut: false });
        expect({ ...before, rounds: null, tooNew: 0 }).toEqual({
          rounds: null,
          tooNew: 0,
          history,
          taken,
          repeated,
        });
      }),
    );
  });
});

/** Orders that give the published table: x of six years after 2000 taken, the last of them number t_x. */
function publishedDonors(): { orders: Orders; table: number[][] } {
  const table = readFileSync(realFile('donations.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  const log = new Map<string, Occasion[]>();
  for (const [x, tx, , donors] of table) {
    const taken = x === 0 ? [] : [...Array.from({ length: x - 1 }, (_, k) => k + 1), tx];
    for (let donor = 0; donor < donors; donor++) {
      const days = [0, ...taken].map((year) =>
        epochDay(2000 + year, 1 + ((donor + year) % 12), 1 + ((donor * 7) % 28)),
      );
      log.set(
        `${x} ${tx} ${donor}`,
        days.map((day) => ({ day, amount: 10 })),
      );
    }
  }
  // The station would have taken a gift until the year's last day.
  log.set('late', [{ day: epochDay(2006, 12, 31), amount: 10 }]);
  return { orders: ordersOf(log), table };
}

onRealFile('donations.csv', '11,104 donors, from their gifts', () => {
  const { orders, table } = publishedDonors();
  const { history, tooNew, taken, repeated } = counted(orders, 'year');

  test('are the published table of (x, t_x, n)', () => {
    const { x, tx, T, weight } = groupHistory(history);
    const rows = Array.from(x, (taken, i) => [taken, tx[i], T[i], weight[i]]);
    const byRow = (a: number[], b: number[]) => a[0] - b[0] || a[1] - b[1];
    expect(rows.sort(byRow)).toEqual([...table].sort(byRow));
    expect({ tooNew, repeated }).toEqual({ tooNew: 1, repeated: 0 });
    expect(taken).toBe(11_104 + sumOver(history, (n) => n));
  });

  test('give the published parameters and forecasts', () => {
    const { params, logLikelihood } = fitted(bgBb.fit(history, 'year'));
    const id = 'bgbb-donations';
    expectAllWithin(params, entry(id).high_precision as Record<string, number>, 1e-4);
    expectWithin(logLikelihood, entry(id).ll, 1e-8);
    expectWithin(aliveAtNext(params, 0, 0, 6), 0.10813, 1e-4);
    expectWithin(aliveAtNext(params, 2, 4, 6), 0.58966, 1e-4);
    expectWithin(aliveAtNext(params, 6, 6, 6), 0.93043, 1e-4);
    const sum = sumOver(history, (n, tx, T) => bgBb.expectedPurchases(params, 5, n, tx, T));
    expect(Math.abs(sum - 12884.2)).toBeLessThan(0.5);
  });
});

test('donors who live by the model give its parameters back within three standard errors', () => {
  const { transactions, truth } = simulateDonations({ seed: 11, donors: 6000 });
  const orders = collectOrders(transactions, {
    observationEnd: epochDay(2024, 12, 31),
  });
  const fit = fitted(bgBb.fit(counted(orders, 'year').history, 'year'));
  for (const name of ['alpha', 'beta', 'gamma', 'delta'] as const) {
    expect(Math.abs(fit.params[name] - truth[name])).toBeLessThan(3 * fit.standardErrors[name]);
  }
  expect(fit.warnings).toEqual([]);
});
