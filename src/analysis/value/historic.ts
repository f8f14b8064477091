import type { Customers } from '../customers';
import { impossible, MARGIN, type ValueProblem } from './input';

export interface HistoricValue {
  /** All net amounts x margin, in units of the currency. */
  total: number;
  /** total / customers; NaN without any. */
  perCustomer: number;
}

/** Historic value: what customers have brought so far, sum of net amounts x margin; not discounted. */
export function historicValue(customers: Customers, margin = 1): HistoricValue | ValueProblem {
  const problem = impossible({ margin }, { margin: MARGIN });
  if (problem) return problem;
  let minor = 0;
  for (const amount of customers.minorNet) minor += amount;
  const total = (minor / customers.unit) * margin;
  return { total, perCustomer: total / customers.count };
}
