import { impossible, MARGIN, NOT_NEGATIVE, SHARE, type ValueProblem } from './input';

export interface ChurnClvInputs {
  /** Revenue per customer and period, in units of the currency. */
  revenuePerPeriod: number;
  /** Share of revenue that is margin; 1 for a value in revenue. */
  margin: number;
  /** Share of customers lost per period of the same length, 0 .. 1. */
  churn: number;
}

/**
 * Value from churn: revenue per period x margin / churn. Not discounted; the first period is paid in
 * full. Infinity at a churn of 0, one period's margin at 100%.
 */
export function churnClv(inputs: ChurnClvInputs): number | ValueProblem {
  const problem = impossible(inputs, {
    revenuePerPeriod: NOT_NEGATIVE,
    margin: MARGIN,
    churn: SHARE,
  });
  if (problem) return problem;
  const perPeriod = inputs.revenuePerPeriod * inputs.margin;
  return perPeriod === 0 ? 0 : perPeriod / inputs.churn;
}
