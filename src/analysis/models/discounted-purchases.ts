import { chebyshev } from '../numerics/chebyshev';
import type { ModelParameters } from './fit';
import type { PurchaseModel } from './purchase-model';

/** Future periods of equal length and what one unit of value at the end of each is worth today. */
export interface PaymentSchedule {
  periods: number;
  /** Length of a period, in the unit of the model's parameters. */
  length: number;
  /** Discount rate per period, > -1; 0 for none. Period k is divided by (1 + rate)^k. */
  rate: number;
}

/**
 * Sum over k of (E[Y(k)] - E[Y(k-1)]) / (1 + d)^k for a customer alive at T with x repeats: discounted
 * purchases expected within the schedule.
 */
export function discountedPurchasesIfAlive<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  schedule: PaymentSchedule,
  x: number,
  T: number,
): number {
  const { periods, length, rate } = schedule;
  let before = 0;
  let sum = 0;
  for (let k = 1; k <= periods; k++) {
    const expected = model.expectedPurchasesIfAlive(params, k * length, x, T);
    sum += (expected - before) / (1 + rate) ** k;
    before = expected;
  }
  return sum;
}

/** Up to so many distinct T of one x, computing each is cheaper than interpolating. */
const FEW = 40;

/**
 * The same for many customers at once, as a function of (x, T). The value depends on nothing else and is
 * analytic in T, so per distinct x a Chebyshev interpolant to 1e-11 replaces one computation per
 * customer: a million customers cost about as much as a few thousand.
 */
export function discountedPurchasesTable<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  schedule: PaymentSchedule,
  x: Float64Array,
  T: Float64Array,
): (x: number, T: number) => number {
  return tabulate(x, T, model.clock === 'continuous', (n, time) =>
    discountedPurchasesIfAlive(model, params, schedule, n, time),
  );
}

/** A function of (x, T), each value computed once, or interpolated in T where there are many. */
function tabulate(
  x: Float64Array,
  T: Float64Array,
  smooth: boolean,
  f: (x: number, T: number) => number,
): (x: number, T: number) => number {
  const ranges = new Map<number, { from: number; to: number; rows: number }>();
  for (let i = 0; i < x.length; i++) {
    const range = ranges.get(x[i]);
    if (!range) ranges.set(x[i], { from: T[i], to: T[i], rows: 1 });
    else {
      if (T[i] < range.from) range.from = T[i];
      if (T[i] > range.to) range.to = T[i];
      range.rows++;
    }
  }
  const known = new Map<number, (T: number) => number>();
  for (const [n, { from, to, rows }] of ranges) {
    const curve = smooth && rows > FEW ? chebyshev((time) => f(n, time), from, to) : null;
    known.set(n, curve ?? remember((time) => f(n, time)));
  }
  return (n, time) => (known.get(n) ?? remember((other) => f(n, other)))(time);
}

function remember(f: (at: number) => number): (at: number) => number {
  const values = new Map<number, number>();
  return (at) => {
    const old = values.get(at);
    if (old !== undefined) return old;
    const value = f(at);
    values.set(at, value);
    return value;
  };
}
