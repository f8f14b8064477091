import type { FutureCurve, FutureShare, Lorenz } from '../../analysis/value/concentration';

export interface ConcentrationQuery {
  /** Share of customers called the top, 0 .. 1. */
  top: number;
  /** Last day of the first period, ISO; null for the middle of the time. */
  split: string | null;
}

/** How much the best customers bring, and whether they keep doing so. */
export interface ConcentrationAnswer {
  customers: number;
  /** ceil(top x customers), and their share of net revenue; NaN where that is not positive. */
  chosen: number;
  topShare: number;
  lorenz: Lorenz | null;
  /** Least share of customers that brings 80% of the revenue; null where there is none. */
  customersFor80: number | null;
  future: {
    /** Last day of the first period, and first and last day that can be chosen, ISO. */
    split: string;
    from: string;
    to: string;
    /** Last day of the second period, ISO. */
    end: string;
    /** null where nobody bought in the first period or nothing was sold in the second. */
    share: FutureShare | null;
    curve: FutureCurve | null;
  } | null;
}
