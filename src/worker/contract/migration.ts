/** Two dates to compare, ISO; `then` before `now`. */
export interface MigrationDates {
  then: string;
  now: string;
}

/** Where the customers of one segment went. */
export interface MigrationAnswer {
  kind: 'migration';
  dates: MigrationDates;
  /** The earliest and the latest date that can be chosen, ISO. */
  range: { from: string; to: string };
  names: readonly string[];
  /** names x names counts, `then * names.length + now`. */
  moved: Uint32Array;
  /** Net amount of those customers up to `then` and between the dates, units of the currency. */
  revenueBefore: Float64Array;
  revenueSince: Float64Array;
  /** Per segment now: those who had not yet bought then. */
  arrived: Uint32Array;
}

/** Why there is nothing to compare. */
export interface NoMigration {
  kind: 'none';
  reason: 'NO_MAP' | 'NO_DATES' | 'DATES_OUT_OF_ORDER' | 'TOO_SHORT';
}

/** Customers who left any of some segments: `to` null for any other than their own. */
export interface Move {
  from: string[];
  to: string | null;
}

/** One customer who moved. Days as ISO dates, money in units of the currency. */
export interface Mover {
  /** Index of the customer in the dataset. */
  customer: number;
  id: string;
  then: string;
  now: string;
  last: string;
  /** Net amount up to `then`, and between the dates. */
  before: number;
  since: number;
}

export const MOVER_SORTS = ['id', 'now', 'last', 'before', 'since'] as const;
export type MoverSort = (typeof MOVER_SORTS)[number];

export interface MoverPage {
  sort: MoverSort;
  descending: boolean;
  offset: number;
  limit: number;
}

export interface MoversAnswer {
  total: number;
  /** Net amount of all of them up to `then`, and between the dates. */
  before: number;
  since: number;
  rows: Mover[];
}
