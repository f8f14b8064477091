import { gaussLegendre } from '../numerics/gauss-legendre';
import { accumulate, differentiate, type LeavingOdds, MOMENTS } from './leaving-odds';

/** Nodes by how much ln f changes between ends; each rule reaches rounding there. */
const NODES = [
  { upTo: 0.15, rule: gaussLegendre(4) },
  { upTo: 0.5, rule: gaussLegendre(5) },
  { upTo: 3, rule: gaussLegendre(12) },
];
/** The rule of what changes by more, in pieces in which ln f, and y, change by no more than this. */
const STEEP = { rule: gaussLegendre(20), change: 10, width: 2 };

/** Logarithms at each day, which all numbers of purchases share. */
export interface DayLogs {
  times: Float64Array;
  /** ln(1 + t/alpha), ln(1 + t/beta). */
  A: Float64Array;
  B: Float64Array;
}

export function dayLogs(times: Float64Array, alpha: number, beta: number): DayLogs {
  return {
    times,
    A: times.map((t) => Math.log1p(t / alpha)),
    B: times.map((t) => Math.log1p(t / beta)),
  };
}

/**
 * The odds of having left, and their derivatives, of all customers with the same x on whole days: the integral from
 * t_x to T is that from t_x to the last day less that from T on, and those are summed up once, day by day from
 * the last. Both are kept relative to the integrand at their day, so that nothing underflows.
 *
 * @returns writes the odds of (places of t_x and T in `times`) as `leavingOdds` with order 2 would
 */
export function leavingOddsByDay(
  [r, alpha, s, beta]: readonly number[],
  x: number,
  { times, A, B }: DayLogs,
): (atTx: number, atT: number, out: LeavingOdds) => void {
  const k = r + x;
  const days = times.length;
  /** Of what f has become by `to` of what it is at `from`. */
  const left = (from: number, to: number): number =>
    Math.exp(-k * (A[to] - A[from]) - (s + 1) * (B[to] - B[from]));
  const from = new Float64Array(days * MOMENTS);
  for (let day = days - 2; day >= 0; day--) {
    const at = day * MOMENTS;
    const share = left(day, day + 1);
    for (let j = 0; j < MOMENTS; j++) from[at + j] = share * from[at + MOMENTS + j];
    addDay(from, at, day, k);
  }
  const moments = new Float64Array(MOMENTS);
  return (atTx, atT, out) => {
    if (atTx >= atT) {
      out.log = -Infinity;
      out.gradient.fill(0);
      out.hessian.fill(0);
      return;
    }
    const share = left(atTx, atT);
    for (let j = 0; j < MOMENTS; j++) {
      moments[j] = from[atTx * MOMENTS + j] - share * from[atT * MOMENTS + j];
    }
    const [T, tx] = [times[atT], times[atTx]];
    out.log =
      Math.log((s * moments[0]) / (beta + tx)) + k * (A[atT] - A[atTx]) + s * (B[atT] - B[atTx]);
    differentiate(out, moments, k, s, A[atT], B[atT], 1 / (alpha + T), 1 / (beta + T));
  };

  /** Adds the integral over one day, in y = ln(min(alpha, beta) + tau) as in `leavingOdds`. */
  function addDay(into: Float64Array, at: number, day: number, k: number): void {
    const near = Math.min(alpha, beta) + times[day];
    const width = Math.log1p((times[day + 1] - times[day]) / near);
    const change = k * (A[day + 1] - A[day]) + (s + 1) * (B[day + 1] - B[day]) + width;
    const gentle = NODES.find(({ upTo }) => change < upTo);
    const { nodes, weights } = (gentle ?? STEEP).rule;
    const pieces = gentle ? 1 : Math.ceil(Math.max(change / STEEP.change, width / STEEP.width));
    const half = width / (2 * pieces);
    for (let i = 0; i < nodes.length * pieces; i++) {
      const node = i % nodes.length;
      const y = half * (2 * Math.floor(i / nodes.length) + 1 + nodes[node]);
      const later = near * Math.expm1(y);
      const stepA = Math.log1p(later / (alpha + times[day]));
      const stepB = Math.log1p(later / (beta + times[day]));
      const f = weights[node] * half * (near + later) * Math.exp(-k * stepA - (s + 1) * stepB);
      const tau = times[day] + later;
      accumulate(into, at, f, A[day] + stepA, B[day] + stepB, 1 / (alpha + tau), 1 / (beta + tau));
    }
  }
}
