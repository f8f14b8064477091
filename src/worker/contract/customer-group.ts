/** Buyers of which an attribute says one of the values. */
export interface Slice {
  /** Name of the mapped attribute. */
  attribute: string;
  /** Which rows tell: the buyer's first or last that names a value, or any. */
  at: 'first' | 'last' | 'ever';
  values: string[];
}

/** What a buyer can be asked for, beside scores and attributes. */
export const QUANTITIES = ['recency', 'orders', 'net', 'clv', 'risk'] as const;

/**
 * `recency` in days, `orders`, `net` and `clv` (predicted, within the horizon) in units of the
 * currency, `risk` = 1 - P(alive), 0 .. 1.
 */
export type Quantity = (typeof QUANTITIES)[number];

/** Both ends belong to it; null leaves an end open. */
export interface Condition {
  quantity: Quantity;
  from: number | null;
  to: number | null;
}

/** A choice of buyers: within the slice, in any of the segments or cells, and under every condition. */
export interface Group {
  slice: Slice | null;
  /** Names of segments; with `cells` empty as well: everyone. */
  segments: string[];
  /** Cells of the grid of R and F, `(r - 1) * bins + f - 1`. */
  cells: number[];
  conditions: Condition[];
}

/** What the chosen buyers come to. Money in units of the currency, durations in days. */
export interface GroupAnswer {
  customers: number;
  /** Everyone in the slice. */
  of: number;
  orders: number;
  revenue: number;
  /** Share of the slice's revenue; NaN where that is not positive. */
  revenueShare: number;
  averageOrderValue: number;
  meanRecency: number;
  /** Mean predicted CLV; null without a model or customers. */
  predictedClv: number | null;
  /** 1 - mean P(alive); null without a model or customers. */
  churnRisk: number | null;
  /** Expected purchases within the horizon, of all together; null without a model. */
  purchases: number | null;
  /** The same of everyone in the slice. */
  purchasesOfAll: number | null;
  /** Chosen buyers in each cell of the grid. */
  cells: Uint32Array;
  /** Chosen buyers at each score from 1; `m` null where money is not scored. */
  bins: { r: Uint32Array; f: Uint32Array; m: Uint32Array | null };
}

/** One value of an attribute, with the buyers it is said of. */
export interface AttributeValue {
  value: string;
  customers: number;
}

/** The most frequent values that match what was searched for. */
export interface AttributeValuesAnswer {
  values: AttributeValue[];
  /** How many match, shown or not. */
  matching: number;
  /** Buyers of which no row says anything. */
  without: number;
}
