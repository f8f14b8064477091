import type { Activity } from '../../analysis/activity';
import type { OrderValues, OrdersPerCustomer } from '../../analysis/order-distributions';
import type { DatasetFacts, OverviewFigures } from '../../analysis/overview';
import type { Lorenz } from '../../analysis/value/concentration';

/** Counts, headline figures and the distributions behind them. */
export interface OverviewAnswer {
  facts: DatasetFacts;
  figures: OverviewFigures;
  /** What buyers with exactly one order brought, units of the currency. */
  oneTimeRevenue: number;
  activity: Activity | null;
  ordersPerCustomer: OrdersPerCustomer;
  orderValues: OrderValues | null;
  lorenz: Lorenz | null;
}
