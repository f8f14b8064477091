import { compoundChurn } from '../../analysis/churn/churn-rate';

export type ChurnPeriod = 'month' | 'year';

/**
 * The same churn told of another period, by compounding: 5% a month is 46.0% a year, not 60%. In percent; rounded so
 * that months told of a year and back are what they were.
 */
export function toldPer(period: ChurnPeriod, churn: number): number {
  return period === 'year'
    ? rounded(compoundChurn(churn / 100, 12) * 100, 2)
    : rounded(compoundChurn(churn / 100, 1 / 12) * 100, 4);
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
