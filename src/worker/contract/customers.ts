import type { AlivePoint } from '../../analysis/models/uncertainty/alive-path';
import type { CustomerForecast } from '../../analysis/models/uncertainty/customer-forecast';
import type { ModelName } from './settings';

export type SortKey =
  | 'id'
  | 'customers'
  | 'first'
  | 'last'
  | 'age'
  | 'silence'
  | 'orders'
  | 'net'
  | 'segment'
  | 'alive'
  | 'purchases'
  | 'clv';

export interface CustomerQuery {
  /** Part of the id; empty for all. */
  search: string;
  segment: string | null;
  sort: SortKey;
  descending: boolean;
  offset: number;
  limit: number;
}

/** One customer. Days as ISO dates, durations in days, money in units of the currency. */
export interface CustomerRow {
  /** Index of the customer in the dataset. */
  customer: number;
  /** '' for a group of customers. */
  id: string;
  /** Customers that share the row: 1, or those of a group. */
  customers: number;
  first: string | null;
  last: string | null;
  orders: number;
  x: number;
  tx: number;
  T: number;
  m: number | null;
  net: number;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  rScore: number | null;
  fScore: number | null;
  mScore: number | null;
  segment: string | null;
  alive: number | null;
  purchases: number | null;
  clv: number | null;
}

export interface CustomersAnswer {
  total: number;
  rows: CustomerRow[];
}

/** One customer with every order; days as day numbers, money in units of the currency. */
export interface CustomerAnswer {
  row: CustomerRow;
  orders: { day: number; minute: number; net: number }[];
  /** Refunds that belong to no order. */
  unlinked: number;
  observationEnd: number;
  /** null for who never ordered, or where no model could be fitted. Times in days since the first order. */
  outlook: { model: ModelName; path: AlivePoint[]; forecast: CustomerForecast } | null;
}
