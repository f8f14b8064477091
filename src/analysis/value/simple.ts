import { impossible, MARGIN, NOT_NEGATIVE, type ValueProblem } from './input';

export interface SimpleInputs {
  /** Average order value, or what is paid each billing cycle, in units of the currency. */
  orderValue: number;
  /** Orders, or billing cycles, per year. */
  ordersPerYear: number;
  /** Years a customer stays; Infinity when nobody leaves. */
  lifespanYears: number;
  /** Share of revenue that is margin; 1 for a value in revenue. */
  margin: number;
}

/** Simple value: order value x orders per year x lifespan x margin; not discounted. */
export function simpleValue(inputs: SimpleInputs): number | ValueProblem {
  const problem = impossible(inputs, {
    orderValue: NOT_NEGATIVE,
    ordersPerYear: NOT_NEGATIVE,
    lifespanYears: [0, Infinity],
    margin: MARGIN,
  });
  if (problem) return problem;
  const perYear = inputs.orderValue * inputs.ordersPerYear * inputs.margin;
  return perYear === 0 ? 0 : perYear * inputs.lifespanYears;
}
