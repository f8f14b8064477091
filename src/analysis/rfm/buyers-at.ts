import type { Customers } from '../customers';
import type { Orders } from '../orders';
import { NO_DAY, type Transactions } from '../transactions';

/** Who had bought by a day, one entry per buyer; what `rfmScores` and `assignSegments` read. */
export type BuyersAt = Pick<
  Customers,
  'buyers' | 'customer' | 'lastDay' | 'orders' | 'net' | 'minorNet' | 'observationEnd' | 'unit'
>;

/** The buyers of the customer table, as they are at its end. */
export function buyersNow(customers: Customers): BuyersAt {
  const { buyers, observationEnd, unit } = customers;
  return {
    observationEnd,
    unit,
    customer: buyers.map((position) => customers.customer[position]),
    buyers: buyers.map((_, entry) => entry),
    lastDay: Int32Array.from(buyers, (position) => customers.lastDay[position]),
    orders: buyers.map((position) => customers.orders[position]),
    minorNet: Float64Array.from(buyers, (position) => customers.minorNet[position]),
    net: Float64Array.from(buyers, (position) => customers.net[position]),
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
    buyers: Uint32Array.from({ length: count }, (_, entry) => entry),
    lastDay,
    orders: orderCount,
    minorNet,
    net: minorNet.map((amount) => amount / unit),
  };
}
