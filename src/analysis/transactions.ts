/**
 * The one shape every analysis starts from: accepted rows as parallel columns.
 *
 * Row order carries no meaning: every result is the same for any permutation of the rows.
 */
export interface Transactions {
  /** Number of rows; every per-row column below has this length. */
  rowCount: number;
  /** Number of distinct customers; `customer` holds indices below it. */
  customerCount: number;
  /** Customer index of each row, 0 .. customerCount - 1. */
  customer: Uint32Array;
  /** Calendar day of each row, in days since 1970-01-01 (proleptic Gregorian, no time zone). */
  day: Int32Array;
  /** Minute of the day as written, 0 .. 1439, or -1 where the row has none; null when no row has one. */
  minute: Int16Array | null;
  /**
   * Net amount of each row in minor units: an integer count of 10^-scale of the currency, so that
   * sums are exact up to 2^53. Negative for refunds. Divide by 10^scale only after adding up.
   */
  net: Float64Array;
  /** Decimal places of one minor unit (2 means cents). */
  scale: number;
  /** Order number of each row (dense indices, no meaning but equality), or null without an order id. */
  order: Uint32Array | null;
  /** 1 where the row can never make an order (refund or negative row): it only reduces net amounts. */
  refund: Uint8Array;
  /** What was mapped beside the amount, in minor units per row; absent columns are not listed. */
  parts: Partial<Record<AmountPart, Float64Array>>;
  /** Mapped descriptions such as channel, country, plan: dictionary-encoded per row. */
  attributes: Attribute[];
  /** Customer index of who referred the row's customer, -1 for nobody; per customer, or null. */
  referredBy: Int32Array | null;
  /** Contract end day per row (subscriptions), `NO_DAY` where the row has none; or null. */
  endDay: Int32Array | null;
}

/** Money columns beside the amount. `gross` is the amount as read, before anything was taken off. */
export type AmountPart =
  'gross' | 'discount' | 'refund' | 'tax' | 'shipping' | 'commission' | 'fee' | 'cost';

export interface Attribute {
  name: string;
  /** Distinct values; `values[code[row]]` is the row's value, '' where the cell was blank. */
  values: string[];
  code: Uint32Array;
}

/** Marks an absent day in an `Int32Array` of days. */
export const NO_DAY = -2147483648;
