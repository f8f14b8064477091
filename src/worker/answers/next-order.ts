import type { Customers } from '../../analysis/customers';
import {
  type ExpectedOrders,
  hindsight,
  STANDINGS,
} from '../../analysis/next-order/expected-orders';
import type { Orders } from '../../analysis/orders';
import type { NextOrderAnswer } from '../contract/next-order';

/** Weeks shown before and after the observation end. */
const WEEKS = 12;

/** When the next orders are expected; null where fewer than two gaps are known. */
export function nextOrderAnswer(
  orders: Orders,
  customers: Customers,
  expected: ExpectedOrders | null,
): NextOrderAnswer | null {
  if (!expected) return null;
  const { buyers, net } = customers;
  const standings = STANDINGS.map((standing) => ({
    standing,
    customers: 0,
    repeaters: 0,
    revenue: 0,
  }));
  const weeks = new Uint32Array(2 * WEEKS);
  for (let buyer = 0; buyer < buyers.length; buyer++) {
    const line = standings[expected.standing[buyer]];
    line.customers++;
    if (expected.gaps[buyer] > 0) line.repeaters++;
    line.revenue += net[buyers[buyer]];
    const week = Math.floor((expected.middle[buyer] - expected.silence[buyer] - 1) / 7) + WEEKS;
    if (line.standing !== 'silent' && week >= 0 && week < weeks.length) weeks[week]++;
  }
  return {
    model: expected.model,
    hindsight: hindsight(orders, expected.model, expected.own),
    standings,
    weeks: { first: -WEEKS, buyers: weeks },
  };
}
