import type { Transactions } from '../transactions';

/** One step of the way from gross to net, in units of the currency. */
interface WaterfallStep {
  part: Deduction | 'refund rows' | 'other';
  /** What it takes off: positive for a deduction; parts count as the file signs them. */
  amount: number;
}

export interface Waterfall {
  /** Amounts as read, of rows that are not refunds. */
  gross: number;
  steps: WaterfallStep[];
  /** What is left, and what all other figures use. */
  net: number;
  /** net / gross; NaN without any. */
  kept: number;
}

const DEDUCTIONS = ['discount', 'refund', 'tax', 'shipping', 'commission', 'fee'] as const;
export type Deduction = (typeof DEDUCTIONS)[number];

/**
 * Gross revenue step by step to net: discounts, refunds, tax, shipping, commissions and fees, then
 * refunds given as rows of their own, then whatever of the gross column no mapped part explains. gross less
 * all steps is net, exactly in minor units. Rows after the observation end are left out.
 *
 * @param deducted the mapped parts that the amount still held and that were taken off to get `net`;
 *   others were never in the amount and are no step
 */
export function netRevenue(
  transactions: Transactions,
  deducted: readonly Deduction[],
  observationEnd: number,
): Waterfall {
  const { day, net, parts, refund, rowCount, scale } = transactions;
  const unit = 10 ** scale;
  let refundRows = 0;
  const columns = DEDUCTIONS.filter((part) => deducted.includes(part) && parts[part] !== undefined);
  const taken = new Float64Array(columns.length);
  let gross = 0;
  let netTotal = 0;
  for (let row = 0; row < rowCount; row++) {
    if (day[row] > observationEnd) continue;
    netTotal += net[row];
    if (refund[row] === 1) {
      refundRows -= net[row];
      continue;
    }
    let before = net[row];
    for (let i = 0; i < columns.length; i++) {
      const amount = parts[columns[i]]![row];
      taken[i] += amount;
      before += amount;
    }
    gross += parts.gross?.[row] ?? before;
  }
  const steps: WaterfallStep[] = columns.map((part, i) => ({ part, amount: taken[i] / unit }));
  if (refundRows !== 0) steps.push({ part: 'refund rows', amount: refundRows / unit });
  const other = gross - taken.reduce((total, amount) => total + amount, 0) - refundRows - netTotal;
  if (other !== 0) steps.push({ part: 'other', amount: other / unit });
  return { gross: gross / unit, steps, net: netTotal / unit, kept: netTotal / gross };
}
