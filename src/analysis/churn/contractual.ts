import { periodEnd, periodIndex, type CalendarPeriod } from '../calendar';
import type { Orders } from '../orders';
import type { Transactions } from '../transactions';
import { customerFlow, type Flow } from './flow';
import { contractSpans } from './spans';

/**
 * Churn by calendar period from contract end days. Customers count by their contracts, revenue by
 * what they paid: periods should be as long as the billing cycle, and a payment that stops shows in the
 * period after the last one.
 */
export interface ContractualFlow extends Flow {
  /** What customers paid in the period before, in units of the currency. */
  revenueBefore: Float64Array;
  /** Share of it not paid again: customers who left and customers who paid less. NaN without any. */
  grossRevenueChurn: Float64Array;
  /** The same less what customers paid more than before; below 0 when growth outweighs loss. */
  netRevenueChurn: Float64Array;
}

/**
 * Customer churn, gross and net revenue churn.
 *
 * @returns an error value where no end day was mapped, or no whole period lies in the data
 */
export function contractualFlow(
  transactions: Transactions,
  orders: Orders,
  period: CalendarPeriod,
): ContractualFlow | { code: 'NO_END_DAY' | 'NO_WHOLE_PERIOD' } {
  const spans = contractSpans(transactions, orders.observationEnd);
  if ('code' in spans) return spans;
  const flow = customerFlow(spans, orders.observationEnd, period);
  if (flow === null) return { code: 'NO_WHOLE_PERIOD' };
  const { first, periods } = flow;
  const before = new Float64Array(periods);
  const again = new Float64Array(periods);
  const kept = new Float64Array(periods);
  for (let c = 0; c < orders.customerCount; c++) {
    let previous = -1;
    let paid = 0;
    const settle = (next: number, paidNext: number) => {
      const at = previous + 1;
      if (previous < 0 || at >= periods || paid <= 0) return;
      const follow = next === at ? Math.max(0, paidNext) : 0;
      before[at] += paid;
      again[at] += follow;
      kept[at] += Math.min(paid, follow);
    };
    for (let i = orders.offset[c]; i < orders.offset[c + 1];) {
      const index = periodIndex(orders.day[i], period);
      const end = periodEnd(index, period);
      let amount = 0;
      for (; i < orders.offset[c + 1] && orders.day[i] <= end; i++) amount += orders.minorNet[i];
      settle(index - first, amount);
      previous = index - first;
      paid = amount;
    }
    settle(-1, 0);
  }
  return {
    ...flow,
    revenueBefore: before.map((minor) => minor / orders.unit),
    grossRevenueChurn: before.map((minor, i) => (minor - kept[i]) / minor),
    netRevenueChurn: before.map((minor, i) => (minor - again[i]) / minor),
  };
}
