import { marginRetention } from './margin-retention';
import { ANY_AMOUNT, impossible, NOT_NEGATIVE, SHARE, type ValueProblem } from './input';

export interface Base {
  /** Customers there are now. */
  customers: number;
  /** Customers won per period. */
  newCustomers: number;
  /** Cost of winning one. */
  cac: number;
  /** Margin per customer and period. */
  margin: number;
  /** Share who stay from one period to the next, 0 .. 1. */
  retention: number;
  /** Discount rate per period. */
  discount: number;
}

export interface LeverGains {
  /** Value now: customers x CLV + newCustomers x (CLV paid now - CAC). */
  value: number;
  /** What each lever adds to it. */
  retentionPoint: number;
  acquisitionPercent: number;
  cacPercent: number;
}

/**
 * +1 point of retention against +1% customers won against -1% cost of winning them, on one base. The
 * customers of today pay their next margin after one period, new ones at once.
 *
 * Retention is raised by one percentage point, at most to 100%.
 */
export function retentionVsAcquisition(base: Base): LeverGains | ValueProblem {
  const problem = impossible(base, {
    customers: NOT_NEGATIVE,
    newCustomers: NOT_NEGATIVE,
    cac: NOT_NEGATIVE,
    margin: ANY_AMOUNT,
    retention: SHARE,
    discount: NOT_NEGATIVE,
  });
  if (problem) return problem;
  const value = valueOf(base);
  const gain = (change: Partial<Base>) => valueOf({ ...base, ...change }) - value;
  return {
    value,
    retentionPoint: gain({ retention: Math.min(1, base.retention + 0.01) }),
    acquisitionPercent: gain({ newCustomers: base.newCustomers * 1.01 }),
    cacPercent: gain({ cac: base.cac * 0.99 }),
  };
}

function valueOf({ customers, newCustomers, cac, margin, retention, discount }: Base): number {
  const clv = (firstPaid: 'now' | 'after one period') =>
    marginRetention({ margin, retention, discount, firstPaid }) as number;
  return customers * clv('after one period') + newCustomers * (clv('now') - cac);
}
