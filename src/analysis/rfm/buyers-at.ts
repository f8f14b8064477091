import type { Customers } from '../customers';
import { filled } from '../filled';
import type { Orders } from '../orders';
import { NO_DAY, type Transactions } from '../transactions';

/** Who had bought by a day, one entry per buyer; what `rfmScores` and `assignSegments` read. */
export type BuyersAt = Pick<
  Customers,
  'buyers' | 'customer' | 'lastDay' | 'orders' | 'net' | 'minorNet' | 'observationEnd' | 'unit'
>;

/** The buyers of the customer table, as they are at its end. */
export function buyersNow(customers: Customers): BuyersAt {
  const { buyers, customer, lastDay, orders, minorNet, net, observationEnd, unit } = customers;
  const count = buyers.length;
  return {
    observationEnd,
    unit,
    customer: filled(Uint32Array, count, (entry) => customer[buyers[entry]]),
    buyers: filled(Uint32Array, count, (entry) => entry),
    lastDay: filled(Int32Array, count, (entry) => lastDay[buyers[entry]]),
    orders: filled(Uint32Array, count, (entry) => orders[buyers[entry]]),
    minorNet: filled(Float64Array, count, (entry) => minorNet[buyers[entry]]),
    net: filled(Float64Array, count, (entry) => net[buyers[entry]]),
  };
}

/**
 * The buyers as they were on an earlier day, from the orders of a later one: an order counts from its
 * day on, an amount from its row's. The same as collecting the orders anew up to that day, without
 * grouping the rows again; only where orders of nothing are left out *and* orders have ids can it
 * differ, when an order's rows lie on both sides of the day.
 *
 * @param orders collected up to `day` or later
 */
export function buyersAt(transactions: Transactions, orders: Orders, day: number): BuyersAt {
  const { customerCount, offset, day: orderDay, unit } = orders;
  const net = new Float64Array(customerCount);
  for (let row = 0; row < transactions.rowCount; row++)
    if (transactions.day[row] <= day) net[transactions.customer[row]] += transactions.net[row];

  let count = 0;
  for (let c = 0; c < customerCount; c++)
    if (offset[c] < offset[c + 1] && orderDay[offset[c]] <= day) count++;
  const customer = new Uint32Array(count);
  const lastDay = new Int32Array(count).fill(NO_DAY);
  const orderCount = new Uint32Array(count);
  const minorNet = new Float64Array(count);
  let i = 0;
  for (let c = 0; c < customerCount; c++) {
    if (offset[c] === offset[c + 1] || orderDay[offset[c]] > day) continue;
    let to = offset[c];
    while (to < offset[c + 1] && orderDay[to] <= day) to++;
    customer[i] = c;
    lastDay[i] = orderDay[to - 1];
    orderCount[i] = to - offset[c];
    minorNet[i] = net[c];
    i++;
  }
  return {
    observationEnd: day,
    unit,
    customer,
    buyers: filled(Uint32Array, count, (entry) => entry),
    lastDay,
    orders: orderCount,
    minorNet,
    net: filled(Float64Array, count, (entry) => minorNet[entry] / unit),
  };
}
