import type { Hindsight, Standing } from '../../analysis/next-order/expected-orders';
import type { GapModel } from '../../analysis/next-order/gap-model';
import type { SeasonalRhythm } from '../../analysis/rhythm/order-rhythm';

/** When people order; null without orders. */
export type RhythmAnswer = SeasonalRhythm | null;

/** When the next orders are expected, and who is late. */
export interface NextOrderAnswer {
  model: GapModel;
  hindsight: Hindsight;
  standings: StandingLine[];
  /**
   * Buyers whose middle expected day lies in each week around the observation end, those not yet
   * given up on; week 0 begins on the day after it.
   */
  weeks: { first: number; buyers: Uint32Array };
}

export interface StandingLine {
  standing: Standing;
  customers: number;
  /** Those with gaps of their own; the others are told by the shop's. */
  repeaters: number;
  /** All they brought so far, units of the currency. */
  revenue: number;
}

/** Which customers a list of this page holds. */
export interface RetentionFilter {
  /** Indices of calendar periods of the cohort length set, of the first order; null for all. */
  cohorts: number[] | null;
  standing: Standing | null;
  /** Only those who ordered on two days or more. */
  repeaters: boolean;
}

export type RetentionSort = 'id' | 'first' | 'last' | 'orders' | 'net' | 'from' | 'chance';

export interface RetentionQuery extends RetentionFilter {
  sort: RetentionSort;
  descending: boolean;
  offset: number;
  limit: number;
}

/** One customer of a list. Days as ISO dates, money in units of the currency. */
export interface RetentionCustomer {
  /** Index of the customer in the dataset. */
  customer: number;
  id: string;
  first: string;
  last: string;
  orders: number;
  net: number;
  /** The expected window of the next order; null where no gap is known at all. */
  from: string | null;
  to: string | null;
  /** Gaps of their own behind the window. */
  gaps: number | null;
  /** Days since the last order. */
  silence: number;
  /** Chance that a gap of theirs lasts longer than this silence. */
  chance: number | null;
  standing: Standing | null;
}

export interface RetentionCustomersAnswer {
  total: number;
  /** What those on the list brought so far. */
  net: number;
  rows: RetentionCustomer[];
}
