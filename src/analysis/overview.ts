import type { Customers } from './customers';
import { dayRange, type Orders } from './orders';
import type { Transactions } from './transactions';
import { NO_DAY } from './transactions';
import { topShare } from './value/concentration';

/** What the data are: counts, money in units of the currency, days as day numbers (`NO_DAY`: none). */
export interface DatasetFacts {
  customers: number;
  buyers: number;
  orders: number;
  netRevenue: number;
  /** First and last day of any accepted row, whatever the observation end. */
  firstDate: number;
  lastDate: number;
  /** First and last order up to the observation end. */
  firstOrder: number;
  lastOrder: number;
  observationEnd: number;
}

/** Headline figures. Money in units of the currency; NaN where there is nothing to divide by. */
export interface OverviewFigures {
  /** Net revenue / orders. */
  averageOrderValue: number;
  /** Orders / buyers. */
  ordersPerCustomer: number;
  /** Share of buyers with two orders or more. */
  repeatRate: number;
  /** Share of buyers with exactly one order. */
  oneTimeBuyers: number;
  oneTimeBuyerCount: number;
  /** Share of net revenue from the ceil(0.2 n) best of all customers. */
  top20Share: number;
  /** Net revenue / customers: value so far. Revenue, no margin, not discounted. */
  historicClv: number;
  /** Orders of the last 365 days / buyers of those days. */
  ordersPerYear: number;
  /** False when the data reach back less than 365 days, so that `ordersPerYear` is of a shorter time. */
  yearComplete: boolean;
  /** averageOrderValue x ordersPerYear x lifespan in years; null without a lifespan. Revenue. */
  simpleClv: number | null;
  /** Mean days between the first and the last order of customers with more than one order. */
  meanDaysActive: number;
}

/** Counts, money and dates of the data. */
export function datasetFacts(
  transactions: Transactions,
  orders: Orders,
  customers: Customers,
): DatasetFacts {
  const { first, last } = dayRange(transactions);
  let firstOrder = NO_DAY;
  let lastOrder = NO_DAY;
  let minor = 0;
  for (const i of customers.buyers) {
    if (firstOrder === NO_DAY || customers.firstDay[i] < firstOrder)
      firstOrder = customers.firstDay[i];
    if (customers.lastDay[i] > lastOrder) lastOrder = customers.lastDay[i];
  }
  for (const amount of customers.minorNet) minor += amount;
  return {
    customers: customers.count,
    buyers: customers.buyers.length,
    orders: orders.count,
    netRevenue: minor / orders.unit,
    firstDate: first,
    lastDate: last,
    firstOrder,
    lastOrder,
    observationEnd: orders.observationEnd,
  };
}

/**
 * Headline figures.
 *
 * @param lifespanYears expected lifespan for the simple value, usually 1 / yearly churn; null when unknown
 */
export function overviewFigures(
  orders: Orders,
  customers: Customers,
  lifespanYears: number | null,
): OverviewFigures {
  const buyers = customers.buyers.length;
  let minor = 0;
  for (const amount of customers.minorNet) minor += amount;
  let oneTime = 0;
  let repeatBuyers = 0;
  let daysActive = 0;
  let firstOrder = Infinity;
  for (const i of customers.buyers) {
    if (customers.orders[i] === 1) oneTime++;
    else {
      repeatBuyers++;
      daysActive += customers.tx[i];
    }
    firstOrder = Math.min(firstOrder, customers.firstDay[i]);
  }
  const yearStart = orders.observationEnd - 364;
  const year = ordersSince(orders, yearStart);
  const averageOrderValue = ratio(minor, orders.count * orders.unit);
  const ordersPerYear = ratio(year.orders, year.buyers);
  return {
    averageOrderValue,
    ordersPerCustomer: ratio(orders.count, buyers),
    repeatRate: ratio(repeatBuyers, buyers),
    oneTimeBuyers: ratio(oneTime, buyers),
    oneTimeBuyerCount: oneTime,
    top20Share: topShare(customers.minorNet, 0.2),
    historicClv: ratio(minor, customers.count * orders.unit),
    ordersPerYear,
    yearComplete: firstOrder <= yearStart,
    simpleClv: lifespanYears === null ? null : averageOrderValue * ordersPerYear * lifespanYears,
    meanDaysActive: ratio(daysActive, repeatBuyers),
  };
}

function ordersSince(orders: Orders, from: number): { orders: number; buyers: number } {
  const { offset, day, customerCount } = orders;
  let count = 0;
  let buyers = 0;
  for (let c = 0; c < customerCount; c++) {
    let i = offset[c + 1];
    while (i > offset[c] && day[i - 1] >= from) i--;
    count += offset[c + 1] - i;
    if (i < offset[c + 1]) buyers++;
  }
  return { orders: count, buyers };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? NaN : part / whole;
}
