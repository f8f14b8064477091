import { describe, expect, test } from 'vitest';
import { NO_DAY } from '../../../src/analysis/transactions';
import { rollingIndex } from '../../../src/analysis/calendar';
import { simulateSubscription, SUBSCRIPTION } from '../../../src/analysis/simulate/subscription';

describe('the log', () => {
  const service = simulateSubscription({ customers: 500 });

  test('is the same for the same options', () => {
    expect(simulateSubscription({ customers: 500 })).toEqual(service);
  });

  test('has one payment a month until the end day, or until the log ends', () => {
    const { customer, day, endDay } = service.transactions;
    const lastDay = SUBSCRIPTION.firstDay + SUBSCRIPTION.days - 1;
    const seen = new Map<number, { first: number; payments: number; end: number }>();
    customer.forEach((c, row) => {
      const known = seen.get(c) ?? { first: day[row], payments: 0, end: endDay![row] };
      expect(endDay![row]).toBe(known.end);
      known.payments++;
      seen.set(c, known);
    });
    expect(seen.size).toBe(500);
    let active = 0;
    for (const { first, payments, end } of seen.values()) {
      if (end === NO_DAY) active++;
      const until = end === NO_DAY ? lastDay : end;
      expect(payments).toBe(rollingIndex(first, until, 'month') + 1);
    }
    expect(active).toBe(service.truth.activeAtEnd);
  });
});

test('survivors follow sBG: S(t) = S(t - 1) (b + t - 1) / (a + b + t - 1)', () => {
  const [regular] = SUBSCRIPTION.plans;
  const { transactions } = simulateSubscription({
    customers: 6000,
    plans: [regular],
    arrivalDays: 1,
    days: 400,
  });
  const paid = new Uint32Array(6000);
  transactions.customer.forEach((c) => paid[c]++);
  let survival = 1;
  for (let t = 1; t <= 8; t++) {
    survival *= (regular.b + t - 1) / (regular.a + regular.b + t - 1);
    const found = paid.filter((months) => months > t).length / 6000;
    expect(Math.abs(found - survival)).toBeLessThan(
      4 * Math.sqrt((survival * (1 - survival)) / 6000),
    );
  }
});
