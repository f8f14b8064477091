import { ANY_AMOUNT, impossible, NOT_NEGATIVE, type ValueProblem } from './input';

/** What winning customers cost in a period, overheads included. */
export interface AcquisitionCosts {
  marketing: number;
  sales: number;
  overheads: number;
  /** Customers won by it. */
  newCustomers: number;
}

/** Cost of acquisition per customer (CAC); Infinity when money won nobody. */
export function acquisitionCost(costs: AcquisitionCosts): number | ValueProblem {
  const problem = impossible(costs, {
    marketing: NOT_NEGATIVE,
    sales: NOT_NEGATIVE,
    overheads: NOT_NEGATIVE,
    newCustomers: NOT_NEGATIVE,
  });
  if (problem) return problem;
  const spent = costs.marketing + costs.sales + costs.overheads;
  return spent === 0 ? 0 : spent / costs.newCustomers;
}

export interface NetValue {
  /** CLV - CAC. */
  net: number;
  /** CLV / CAC; Infinity when acquisition costs nothing and the customer is worth something. */
  ratio: number;
  /** The highest CAC that still pays: the CLV itself. */
  highestCac: number;
  /** Whether the customer is worth more than the winning cost. */
  pays: boolean;
}

/** Value net of acquisition; both in margin and in the same currency. */
export function netOfAcquisition(clv: number, cac: number): NetValue | ValueProblem {
  const problem = impossible({ clv, cac }, { clv: ANY_AMOUNT, cac: NOT_NEGATIVE });
  if (problem) return problem;
  return { net: clv - cac, ratio: clv / cac, highestCac: Math.max(0, clv), pays: clv > cac };
}

/**
 * Payback: the first month whose cumulative margin per customer reaches the CAC.
 *
 * @param cumulativeMargin after 0, 1, 2, ... months, per customer won
 * @returns the month's number, 0 when nothing has to be earned back; null when the months given do not reach it
 */
export function paybackMonth(
  cumulativeMargin: ArrayLike<number>,
  cac: number,
): number | null | ValueProblem {
  const problem = impossible({ cac }, { cac: NOT_NEGATIVE });
  if (problem) return problem;
  for (let month = 0; month < cumulativeMargin.length; month++)
    if (cumulativeMargin[month] >= cac) return month;
  return null;
}
