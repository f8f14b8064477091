import { collectOrders, type Orders } from '../../../src/analysis/orders';
import type { Transactions } from '../../../src/analysis/transactions';
import type { Occasion } from './read-log';

/** A log as orders, customers numbered in its order; amounts in cents. */
export function ordersOf(log: Map<string, Occasion[]>): Orders {
  const rows = [...log.values()].flatMap((occasions, customer) =>
    occasions.map(({ day, amount }) => ({ customer, day, net: Math.round(amount * 100) })),
  );
  const transactions: Transactions = {
    rowCount: rows.length,
    customerCount: log.size,
    customer: Uint32Array.from(rows, ({ customer }) => customer),
    day: Int32Array.from(rows, ({ day }) => day),
    minute: null,
    net: Float64Array.from(rows, ({ net }) => net),
    scale: 2,
    order: null,
    refund: new Uint8Array(rows.length),
    parts: {},
    attributes: [],
    referredBy: null,
    endDay: null,
  };
  return collectOrders(transactions);
}
