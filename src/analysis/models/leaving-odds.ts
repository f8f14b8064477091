import { gaussLegendre, type QuadratureRule } from '../numerics/gauss-legendre';

/**
 * Odds R of having left against being alive under Pareto/NBD: s I / [(alpha + T)^-(r + x) (beta + T)^-s], where
 *
 *   I = integral over tau from t_x to T of (alpha + tau)^-(r + x) (beta + tau)^-(s + 1)
 *
 * runs over the moment of leaving.
 *
 * [Schmittlein, Morrison & Colombo 1987] write I by Gauss hypergeometric functions, whose series crawl
 * where alpha and beta differ by much. In y = ln(min(alpha, beta) + tau) the integrand is analytic within
 * a distance pi of the whole range, so that Gauss-Legendre panels reach rounding, and the derivatives
 * by every parameter come with it.
 */
export interface LeavingOdds {
  /** ln R; -Infinity where t_x = T. */
  log: number;
  /** Derivatives of ln R by r, alpha, s, beta. */
  gradient: Float64Array;
  /** Second derivatives, row by row (16 numbers). */
  hessian: Float64Array;
}

/** What has fallen below e^-40 of the integrand's start adds nothing. */
const NEGLIGIBLE = 40;
/** Longest panel in y: half of it is well inside the distance pi to the nearest singularity. */
const PANEL = 5;

/** Integrals of f times 1, A, B, a, b, AA, AB, BB, Aa, Ab, Ba, Bb, aa, ab, bb; see `accumulate`. */
export const MOMENTS = 15;
const moments = new Float64Array(MOMENTS);

/** Computes ln R into `out`; its derivatives too when `order` is 2, else they are left alone. */
export function leavingOdds(
  parameters: readonly number[],
  x: number,
  tx: number,
  T: number,
  order: 0 | 2,
  out: LeavingOdds,
): void {
  if (tx >= T) {
    out.log = -Infinity;
    out.gradient.fill(0);
    out.hessian.fill(0);
    return;
  }
  const [r, alpha, s, beta] = parameters;
  const k = r + x;
  const alphaIsNear = alpha <= beta;
  const near = Math.min(alpha, beta) + tx;
  const far = Math.max(alpha, beta) + tx;
  const { length, rule, panels } = plan(k, alpha + tx, s, beta + tx, Math.log1p((T - tx) / near));
  const { nodes, weights } = rule;
  moments.fill(0);
  const half = length / (2 * panels);
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < nodes.length; i++) {
      const y = half * (2 * panel + 1 + nodes[i]);
      const nearThen = near * Math.exp(y);
      const farThen = nearThen + (far - near);
      const farLog = Math.log(farThen / far);
      const A = alphaIsNear ? y : farLog;
      const B = alphaIsNear ? farLog : y;
      // Relative to the integrand at t_x, so that nothing under- or overflows.
      const f = weights[i] * half * Math.exp(y - k * A - (s + 1) * B);
      if (order === 0) moments[0] += f;
      else if (alphaIsNear) accumulate(moments, 0, f, A, B, 1 / nearThen, 1 / farThen);
      else accumulate(moments, 0, f, A, B, 1 / farThen, 1 / nearThen);
    }
  }
  const silenceA = Math.log1p((T - tx) / (alpha + tx));
  const silenceB = Math.log1p((T - tx) / (beta + tx));
  out.log = Math.log((s * moments[0] * near) / (beta + tx)) + k * silenceA + s * silenceB;
  if (order === 2) {
    differentiate(out, moments, k, s, silenceA, silenceB, 1 / (alpha + T), 1 / (beta + T));
  }
}

/** How far in y to integrate, in how many panels of which rule. */
function plan(
  k: number,
  alpha: number,
  s: number,
  beta: number,
  full: number,
): { length: number; rule: QuadratureRule; panels: number } {
  // With alpha the smaller, A = y and ln f = (1 - k) y - (s + 1) B; else B = y and ln f = -s y - k A.
  const steep = alpha <= beta ? k - 1 : s;
  const power = alpha <= beta ? s + 1 : k;
  const share = alpha <= beta ? alpha / beta : beta / alpha;
  const fall = (y: number): number => steep * y + power * Math.log1p(share * Math.expm1(y));
  let length = full;
  if (fall(full) > 2 * NEGLIGIBLE) {
    let low = 0;
    for (let halving = 0; halving < 40 && (low === 0 || length > 1.2 * low); halving++) {
      const middle = (low + length) / 2;
      if (fall(middle) > NEGLIGIBLE) length = middle;
      else low = middle;
    }
  }
  const change = Math.abs(fall(length)) + length;
  const panels = Math.max(1, Math.ceil(length / PANEL), Math.ceil(change / (2 * NEGLIGIBLE)));
  const width = length / panels;
  const nodes = change / panels < 3 && width < 1 ? 12 : change / panels < 15 && width < 3 ? 20 : 32;
  return { length, rule: gaussLegendre(nodes), panels };
}

/** Adds f times each product to the moments that begin at `at`; A, B are logarithms, a, b reciprocals. */
export function accumulate(
  into: Float64Array,
  at: number,
  f: number,
  A: number,
  B: number,
  a: number,
  b: number,
): void {
  into[at] += f;
  into[at + 1] += f * A;
  into[at + 2] += f * B;
  into[at + 3] += f * a;
  into[at + 4] += f * b;
  into[at + 5] += f * A * A;
  into[at + 6] += f * A * B;
  into[at + 7] += f * B * B;
  into[at + 8] += f * A * a;
  into[at + 9] += f * A * b;
  into[at + 10] += f * B * a;
  into[at + 11] += f * B * b;
  into[at + 12] += f * a * a;
  into[at + 13] += f * a * b;
  into[at + 14] += f * b * b;
}

/**
 * Derivatives of ln R are moments of those of the log integrand: means, and covariances.
 *
 * @param logA ln(alpha + T) over whatever constant the moments' A are logarithms over; so B
 * @param endA 1 / (alpha + T); so B
 */
export function differentiate(
  out: LeavingOdds,
  moments: Float64Array,
  k: number,
  s: number,
  logA: number,
  logB: number,
  endA: number,
  endB: number,
): void {
  const mean = (i: number): number => moments[i] / moments[0];
  const [A, B, a, b] = [mean(1), mean(2), mean(3), mean(4)];
  const cov = (i: number, u: number, v: number): number => mean(i) - u * v;
  const { gradient, hessian } = out;
  gradient[0] = logA - A;
  gradient[1] = k * (endA - a);
  gradient[2] = 1 / s + logB - B;
  gradient[3] = s * endB - (s + 1) * b;
  const rAlpha = endA - a + k * cov(8, A, a);
  const rs = cov(6, A, B);
  const rBeta = (s + 1) * cov(9, A, b);
  const alphaS = k * cov(10, B, a);
  const alphaBeta = k * (s + 1) * cov(13, a, b);
  const sBeta = endB - b + (s + 1) * cov(11, B, b);
  hessian[0] = cov(5, A, A);
  hessian[1] = hessian[4] = rAlpha;
  hessian[2] = hessian[8] = rs;
  hessian[3] = hessian[12] = rBeta;
  hessian[5] = k * (mean(12) - endA * endA) + k * k * cov(12, a, a);
  hessian[6] = hessian[9] = alphaS;
  hessian[7] = hessian[13] = alphaBeta;
  hessian[10] = cov(7, B, B) - 1 / (s * s);
  hessian[11] = hessian[14] = sBeta;
  hessian[15] = (s + 1) * mean(14) - s * endB * endB + (s + 1) * (s + 1) * cov(14, b, b);
}
