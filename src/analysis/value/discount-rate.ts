import { DAYS_IN, type TimeUnit } from '../time-unit';
import { impossible, NOT_NEGATIVE, type ValueProblem } from './input';

/**
 * Discount rate of a period from the yearly one: (1 + d)^(period / year) - 1.
 *
 * @param yearly 0.1 for 10% a year; 0 or more
 */
export function periodDiscount(yearly: number, period: TimeUnit): number | ValueProblem {
  const problem = impossible({ yearly }, { yearly: NOT_NEGATIVE });
  if (problem) return problem;
  if (period === 'year') return yearly;
  return Math.expm1((Math.log1p(yearly) * DAYS_IN[period]) / DAYS_IN.year);
}
