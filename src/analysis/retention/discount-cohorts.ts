import type { Orders } from '../orders';
import type { Transactions } from '../transactions';
import { type Triangle, type TriangleOptions, retentionTriangle } from './triangle';

/** Customers whose first order came the same way: at a discount, or at full price. */
export interface AcquiredGroup {
  customers: number;
  /** Those with an order on a later day than the first. */
  cameBack: number;
  /** Mean net amount of the first order, units of the currency. */
  firstOrder: number;
  /** Mean discount on the first order, units of the currency; 0 at full price. */
  firstDiscount: number;
  /** Retention by period and its customers: see `Triangle`. */
  average: Float64Array;
  averageSize: Uint32Array;
  /** Net revenue up to and with period k per customer, over the cohorts that have finished it. */
  cumulative: Float64Array;
}

export interface DiscountCohorts {
  discounted: AcquiredGroup;
  fullPrice: AcquiredGroup;
}

/**
 * Discount on each customer's first order, in minor units and as a positive amount however the file
 * signs it; 0 at full price and for who never ordered. Orders of a customer's first day count together.
 *
 * @returns null where no discount was mapped
 */
export function firstDiscounts(transactions: Transactions, orders: Orders): Float64Array | null {
  const { parts, customer, rowCount } = transactions;
  const { orderOfRow } = orders;
  if (parts.discount === undefined || orderOfRow === null) return null;
  const given = new Float64Array(orders.customerCount);
  for (let row = 0; row < rowCount; row++) {
    const order = orderOfRow[row];
    if (order < 0 || transactions.refund[row] === 1) continue;
    const c = customer[row];
    if (orders.day[order] === orders.day[orders.offset[c]])
      given[c] += Math.abs(parts.discount[row]);
  }
  return given;
}

/**
 * Cohorts acquired at a discount against those at full price, by the periods since the first order.
 *
 * @returns null where no discount was mapped
 */
export function discountCohorts(
  transactions: Transactions,
  orders: Orders,
  options: TriangleOptions,
): DiscountCohorts | null {
  const given = firstDiscounts(transactions, orders);
  if (given === null) return null;
  const group = (discounted: boolean): AcquiredGroup => {
    const member = new Uint8Array(given.length);
    for (let c = 0; c < given.length; c++) member[c] = given[c] > 0 === discounted ? 1 : 0;
    return describe(
      retentionTriangle(transactions, orders, options, member),
      orders,
      given,
      member,
    );
  };
  return { discounted: group(true), fullPrice: group(false) };
}

function describe(
  { average, averageSize, cohorts }: Triangle,
  { offset, day, minorNet, unit, customerCount }: Orders,
  given: Float64Array,
  member: Uint8Array,
): AcquiredGroup {
  let customers = 0;
  let cameBack = 0;
  let paid = 0;
  let discount = 0;
  for (let c = 0; c < customerCount; c++) {
    if (member[c] === 0 || offset[c] === offset[c + 1]) continue;
    customers++;
    discount += given[c];
    if (day[offset[c + 1] - 1] > day[offset[c]]) cameBack++;
    for (let i = offset[c]; i < offset[c + 1] && day[i] === day[offset[c]]; i++)
      paid += minorNet[i];
  }
  const brought = new Float64Array(average.length);
  for (const cohort of cohorts)
    for (let k = 0; k < cohort.finished; k++)
      brought[k] += cohort.cumulativePerCustomer[k] * cohort.size;
  return {
    customers,
    cameBack,
    firstOrder: paid / (customers * unit),
    firstDiscount: discount / (customers * unit),
    average,
    averageSize,
    cumulative: brought.map((amount, k) => amount / averageSize[k]),
  };
}
