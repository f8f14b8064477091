import { ANY_AMOUNT, impossible, NOT_NEGATIVE, SHARE, type ValueProblem } from './input';

export interface FiniteHorizonInputs {
  /** Margin m per customer and period, in units of the currency. */
  margin: number;
  /** Share r of customers who stay from one period to the next, 0 .. 1. */
  retention: number;
  /** Discount rate d per period of the same length, 0 or more. */
  discount: number;
  /** Number of periods to look ahead, a whole number. */
  periods: number;
}

/** Longest horizon worked out period by period: a century of days. */
const MOST_PERIODS = 36525;

/**
 * Value to a horizon: sum of m r^t / (1 + d)^t for t = 1 .. periods, the first margin after one period.
 *
 * @returns cumulative value after 0, 1, ... periods (entry 0 is 0; the last is the value), in units
 *   of the currency
 */
export function finiteHorizon(inputs: FiniteHorizonInputs): Float64Array | ValueProblem {
  const problem = impossible(inputs, {
    margin: ANY_AMOUNT,
    retention: SHARE,
    discount: NOT_NEGATIVE,
    periods: [0, MOST_PERIODS],
  });
  if (problem) return problem;
  const { margin, retention, discount } = inputs;
  const cumulative = new Float64Array(Math.floor(inputs.periods) + 1);
  const factor = retention / (1 + discount);
  let weight = 1;
  for (let t = 1; t < cumulative.length; t++) {
    weight *= factor;
    cumulative[t] = cumulative[t - 1] + margin * weight;
  }
  return cumulative;
}
