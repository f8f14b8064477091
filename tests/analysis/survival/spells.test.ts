import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inactivity, inactivityThreshold } from '../../../src/analysis/churn/inactivity';
import { orderGaps } from '../../../src/analysis/churn/gaps';
import { contractSpans, inactivitySpans } from '../../../src/analysis/churn/spans';
import { summariseCustomers } from '../../../src/analysis/customers';
import { sbg } from '../../../src/analysis/models/sbg';
import { collectOrders } from '../../../src/analysis/orders';
import { simulateSubscription } from '../../../src/analysis/simulate/subscription';
import { kaplanMeier, survivalAt } from '../../../src/analysis/survival/kaplan-meier';
import { datedByLastOrder, renewalCohorts, spellsOf } from '../../../src/analysis/survival/spells';
import { parseIsoDate } from '../../../src/analysis/calendar';
import { fitted } from '../models/fitted';
import { anyLedger, ledger, type LedgerRow } from '../ledger';

const END = parseIsoDate('2024-06-30') ?? 0;

function contracts(rows: [customer: string, date: string, end?: string][]) {
  const transactions = ledger(
    rows.map(([customer, date, end]): LedgerRow => ({
      customer,
      date,
      amount: 10,
      ...(end === undefined ? {} : { end }),
    })),
  );
  const spans = contractSpans(transactions, END);
  if ('code' in spans) throw new Error(spans.code);
  return (joined: boolean) => {
    const { duration, event } = spellsOf(spans, END, joined);
    return Array.from(duration, (days, i) => [days, event[i]]);
  };
}

describe('contracts with end dates', () => {
  test('an end that was seen is an event, one to come or none is censored at the end', () => {
    const spells = contracts([
      ['gone', '2024-01-01', '2024-01-31'],
      ['later', '2024-06-01', '2024-07-31'],
      ['open', '2024-06-01'],
    ]);
    expect(spells(false)).toEqual([
      [30, 1],
      [29, 0],
      [29, 0],
    ]);
  });

  test('a contract that ends on the day it began has lasted no time and is lost', () => {
    const spells = contracts([
      ['regret', '2024-03-01', '2024-03-01'],
      ['stays', '2024-03-01'],
    ])(false);
    expect(spells).toEqual([
      [0, 1],
      [121, 0],
    ]);
    const [[days, lost]] = spells;
    const curve = kaplanMeier({
      duration: Float64Array.of(days, 121),
      event: Uint8Array.of(lost, 0),
    });
    expect(survivalAt(curve, 0)).toBe(0.5);
  });

  test('who subscribes again lives twice, or once when spells are joined', () => {
    const rows: Parameters<typeof contracts>[0] = [
      ['back', '2024-01-01', '2024-01-31'],
      ['back', '2024-03-01', '2024-03-31'],
    ];
    expect(contracts(rows)(false)).toEqual([
      [30, 1],
      [30, 1],
    ]);
    expect(contracts(rows)(true)).toEqual([[90, 1]]);
    // A renewal on the day after is no return.
    expect(
      contracts([
        ['renewed', '2024-01-01', '2024-01-31'],
        ['renewed', '2024-02-01', '2024-02-29'],
      ])(false),
    ).toEqual([[59, 1]]);
  });
});

describe('renewals', () => {
  test('a sample subscription gives back the parameters it was made with', () => {
    const { transactions, truth } = simulateSubscription({ customers: 6000 });
    const orders = collectOrders(transactions);
    const spans = contractSpans(transactions, orders.observationEnd);
    if ('code' in spans) throw new Error(spans.code);
    const spells = spellsOf(spans, orders.observationEnd, false);
    expect(spells.event.filter((ended) => ended === 0)).toHaveLength(truth.activeAtEnd);
    const plan = transactions.attributes[0].code;
    const planOf = new Map<number, number>();
    transactions.customer.forEach((c, row) => planOf.set(c, plan[row]));
    truth.plans.forEach(({ a, b }, which) => {
      const own = Uint32Array.from(spells.customer.keys()).filter(
        (i) => planOf.get(spells.customer[i]) === which,
      );
      const { params, standardErrors } = fitted(
        sbg.fit(
          renewalCohorts(
            {
              customer: own.map((i) => spells.customer[i]),
              from: Int32Array.from(own, (i) => spells.from[i]),
              duration: Float64Array.from(own, (i) => spells.duration[i]),
              event: Uint8Array.from(own, (i) => spells.event[i]),
            },
            orders.observationEnd,
            'month',
          ),
        ),
      );
      expect(Math.abs(params.alpha - a)).toBeLessThan(3 * standardErrors.alpha);
      expect(Math.abs(params.beta - b)).toBeLessThan(3 * standardErrors.beta);
    });
  });

  test('a cohort’s survivors are those of Kaplan-Meier after each renewal', () => {
    const from = new Int32Array(10).fill(END - 400);
    const duration = Float64Array.of(0, 10, 30, 31, 45, 100, 200, 300, 400, 400);
    const event = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 0, 0);
    const [{ alive }, ...rest] = renewalCohorts(
      { customer: new Uint32Array(10), from, duration, event },
      END,
      'month',
    );
    expect(rest).toEqual([]);
    expect(alive[0]).toBe(10);
    expect(alive.at(-1)).toBe(2);
    alive.slice(1).forEach((n, t) => expect(n).toBeLessThanOrEqual(alive[t]));
  });
});

describe('silence beyond a threshold', () => {
  test('who is lost when spells are joined are those silent for longer at the end', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 0, max: 200 }), (transactions, threshold) => {
        const orders = collectOrders(transactions);
        const customers = summariseCustomers(orders);
        const spells = spellsOf(inactivitySpans(orders, threshold), orders.observationEnd, true);
        const { churned } = inactivity(customers, orderGaps(orders, 'occasions'), threshold);
        expect(spells.customer.length).toBe(customers.buyers.length);
        expect(spells.event.reduce((sum, lost) => sum + lost, 0)).toBe(churned);
      }),
    );
  });

  test('every return begins another spell: as many as gaps beyond the threshold', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 0, max: 200 }), (transactions, threshold) => {
        const orders = collectOrders(transactions);
        const apart = spellsOf(inactivitySpans(orders, threshold), orders.observationEnd, false);
        const joined = spellsOf(inactivitySpans(orders, threshold), orders.observationEnd, true);
        const gaps = orderGaps(orders, 'occasions');
        let beyond = 0;
        for (let gap = threshold + 1; gap < gaps.counts.length; gap++)
          // A gap of one day over the threshold leaves no evening without the customer.
          if (gap > threshold + 1) beyond += gaps.counts[gap];
        expect(apart.duration.length).toBe(joined.duration.length + beyond);
      }),
    );
  });

  test('dated by the last order it is the same curve, moved by the threshold', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 1, max: 120 }), (transactions, threshold) => {
        const orders = collectOrders(transactions);
        const spells = spellsOf(inactivitySpans(orders, threshold), orders.observationEnd, true);
        const late = kaplanMeier(spells);
        const early = kaplanMeier(datedByLastOrder(spells, threshold));
        for (let t = 0; t < 500; t += 7)
          expect(survivalAt(early, t)).toBeCloseTo(survivalAt(late, t + threshold + 1), 12);
      }),
    );
  });

  test('the threshold of nobody is null', () => {
    const orders = collectOrders(ledger([{ customer: 'a', date: '2024-01-01', amount: 1 }]));
    expect(inactivityThreshold(orderGaps(orders, 'occasions'))).toBeNull();
  });
});
