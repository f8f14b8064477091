import { churnClv } from '../../../../analysis/value/churn-clv';
import { finiteHorizon } from '../../../../analysis/value/finite-horizon';
import {
  acquisitionCost,
  netOfAcquisition,
  paybackMonth,
  type NetValue,
} from '../../../../analysis/value/net-of-acquisition';
import { checked } from '../../checked';
import type { ValuesOf } from '../../laboratory/sheets';

/** How far payback is looked for, months. */
export const LONGEST_PAYBACK = 240;

export interface Payback extends NetValue {
  /** Cost of winning one customer; Infinity when money won nobody. */
  cac: number;
  /** Margin per customer won over the whole lifespan, monthly margin / monthly churn. */
  clv: number;
  /** Expected margin per customer won after 0, 1, 2, ... months, the first paid at once. */
  cumulative: number[];
  /** First month whose cumulative margin reaches the cost; null when none within the months looked at does. */
  month: number | null;
}

/** Cost of winning a customer from its parts, and when what the customer brings has paid it back. */
export function payback(values: ValuesOf<'acquisition'>): Payback {
  const { marketing, sales, overheads, newCustomers, monthlyMargin: margin } = values;
  const churn = values.monthlyChurn / 100;
  const cac = checked(acquisitionCost({ marketing, sales, overheads, newCustomers }));
  const clv = checked(churnClv({ revenuePerPeriod: margin, margin: 1, churn }));
  const later = checked(
    finiteHorizon({ margin, retention: 1 - churn, discount: 0, periods: LONGEST_PAYBACK - 1 }),
  );
  const cumulative = [0, ...Array.from(later, (sum) => margin + sum)];
  // Money that won nobody is a cost without end, a customer who never leaves a value without end: no sums of those.
  if (cac === Infinity)
    return { cac, clv, cumulative, net: -cac, ratio: 0, highestCac: clv, pays: false, month: null };
  const month = checked<number | null>(paybackMonth(cumulative, cac));
  if (clv === Infinity)
    return { cac, clv, cumulative, net: clv, ratio: clv, highestCac: clv, pays: true, month };
  return { ...checked(netOfAcquisition(clv, cac)), cac, clv, cumulative, month };
}
