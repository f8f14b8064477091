/**
 * What one row of the data is: an order (or a line of one), a customer, a group of customers alike, a
 * lifetime, or a period with the share of each cohort still there.
 */
export type DataKind =
  'orders' | 'customer-summary' | 'grouped-summary' | 'durations' | 'survival-table';

/** The kinds that somebody has worked out from orders or contracts already. */
export type TableKind = Exclude<DataKind, 'orders'>;
