import { ANY_AMOUNT, impossible, NOT_NEGATIVE, SHARE, type ValueProblem } from './input';

export interface MarginRetentionInputs {
  /** Margin m per customer and period, in units of the currency. */
  margin: number;
  /** Share r of customers who stay from one period to the next, 0 .. 1. */
  retention: number;
  /** Discount rate d per period of the same length, 0 or more. */
  discount: number;
  /** Whether the first margin is paid now (t = 0) or after one period (t = 1). */
  firstPaid: 'now' | 'after one period';
}

/**
 * Value of a constant margin under constant retention, discounted, without a horizon
 * [Gupta & Lehmann 2003]: m r / (1 + d - r) with the first margin after one period, m (1 + d) / (1 + d - r)
 * when it is paid now. Infinite when everyone stays and nothing is discounted.
 */
export function marginRetention(inputs: MarginRetentionInputs): number | ValueProblem {
  const problem = impossible(inputs, {
    margin: ANY_AMOUNT,
    retention: SHARE,
    discount: NOT_NEGATIVE,
  });
  if (problem) return problem;
  const { margin: m, retention: r, discount: d, firstPaid } = inputs;
  if (m === 0) return 0;
  return (m * (firstPaid === 'now' ? 1 + d : r)) / (d + (1 - r));
}
