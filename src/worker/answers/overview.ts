import type { Activity } from '../../analysis/activity';
import type { Customers } from '../../analysis/customers';
import { ordersPerCustomer, orderValues } from '../../analysis/order-distributions';
import type { Orders } from '../../analysis/orders';
import { datasetFacts, overviewFigures } from '../../analysis/overview';
import type { Transactions } from '../../analysis/transactions';
import { lorenz } from '../../analysis/value/concentration';
import type { ChurnAnswer } from '../contract/churn';
import type { OverviewAnswer } from '../contract/overview';

/** Headline figures; the simple value takes its lifespan from the churn measured in the data. */
export function overviewAnswer(
  transactions: Transactions,
  orders: Orders,
  customers: Customers,
  churn: ChurnAnswer,
  activity: Activity | null,
): OverviewAnswer {
  return {
    facts: datasetFacts(transactions, orders, customers),
    figures: overviewFigures(orders, customers, churn.lifespanYears),
    oneTimeRevenue: oneTimeRevenue(customers),
    activity,
    ordersPerCustomer: ordersPerCustomer(customers),
    orderValues: orderValues(orders),
    lorenz: lorenz(customers.minorNet),
  };
}

function oneTimeRevenue({ buyers, orders, minorNet, unit }: Customers): number {
  let minor = 0;
  for (const position of buyers) if (orders[position] === 1) minor += minorNet[position];
  return minor / unit;
}
