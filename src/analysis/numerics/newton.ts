import { symmetricEigen } from './symmetric-eigen';

/** A function's value with its first and second derivatives at a point. */
export interface Curve {
  value: number;
  gradient: number[];
  hessian: number[][];
}

/** Where a search ended. */
export interface Maximum {
  at: number[];
  curve: Curve;
  iterations: number;
  /** Largest derivative over max(1, |value|). */
  gradientNorm: number;
  converged: boolean;
  /** Whether it ended because the caller gave it up. */
  givenUp: boolean;
}

export interface SearchOptions {
  /** 200 unless given. */
  maxIterations?: number;
  /** Ends the search where true, unfound; `gain` is what a whole step promises to add to the value. */
  givenUp?: (at: readonly number[], curve: Curve, gain: number) => boolean;
}

/** How fine a gradient, relative to max(1, |value|), ends the search; and what counts as found. */
const GRADIENT_SOUGHT = 1e-12;
const GRADIENT_ACCEPTED = 1e-8;
/** Longest move of one coordinate in one step: coordinates are logarithms, e^2 is a bold change. */
const LONGEST_STEP = 2;
/** A search that has wandered e^25 from its start is on its way to infinity. */
const FARTHEST = 25;

/**
 * Maximum of a smooth function by Newton's method with a backtracking line search (Armijo).
 *
 * Where the function is not concave the negated curvature of those directions is used, so that every
 * step climbs and saddles repel [Nocedal & Wright 2006, section 3.4]. Near the maximum convergence is
 * quadratic. `f` may return a non-finite value: the step is then shortened.
 */
export function maximise(
  f: (point: readonly number[]) => Curve,
  start: readonly number[],
  { maxIterations = 200, givenUp = () => false }: SearchOptions = {},
): Maximum {
  let at = [...start];
  let curve = f(at);
  let iterations = 0;
  let hopeless = false;
  while (iterations < maxIterations && norm(curve) > GRADIENT_SOUGHT) {
    const step = ascent(curve);
    const slope = step.reduce((sum, d, i) => sum + d * curve.gradient[i], 0);
    hopeless = givenUp(at, curve, slope / 2);
    if (hopeless) break;
    const next = search(f, at, curve, step, slope);
    if (next === null) break;
    iterations++;
    const moved = Math.max(...next.at.map((u, i) => Math.abs(u - at[i])));
    ({ at, curve } = next);
    if (moved < 1e-11) break;
    if (at.some((u, i) => Math.abs(u - start[i]) > FARTHEST)) break;
  }
  const gradientNorm = norm(curve);
  const converged = !hopeless && gradientNorm <= GRADIENT_ACCEPTED;
  return { at, curve, iterations, gradientNorm, converged, givenUp: hopeless };
}

function norm(curve: Curve): number {
  const largest = curve.gradient.reduce((max, g) => Math.max(max, Math.abs(g)), 0);
  return largest / Math.max(1, Math.abs(curve.value));
}

function ascent(curve: Curve): number[] {
  const { values, vectors } = symmetricEigen(curve.hessian);
  const steepest = Math.max(...values.map(Math.abs));
  const step = curve.gradient.map(() => 0);
  values.forEach((value, k) => {
    const along = vectors.reduce((sum, row, i) => sum + row[k] * curve.gradient[i], 0);
    if (along === 0) return;
    const curvature = Math.max(Math.abs(value), 1e-14 * steepest, 1e-8 * Math.abs(along));
    for (let i = 0; i < step.length; i++) step[i] += (vectors[i][k] * along) / curvature;
  });
  const longest = Math.max(...step.map(Math.abs));
  return longest > LONGEST_STEP ? step.map((d) => (d * LONGEST_STEP) / longest) : step;
}

function search(
  f: (point: readonly number[]) => Curve,
  at: readonly number[],
  curve: Curve,
  step: readonly number[],
  slope: number,
): { at: number[]; curve: Curve } | null {
  // Differences below this are rounding: a full Newton step is then trusted.
  const noise = 1e-13 * Math.max(1, Math.abs(curve.value));
  for (let length = 1; length > 1e-10; length /= 2) {
    const next = at.map((u, i) => u + length * step[i]);
    const tried = f(next);
    const finite = Number.isFinite(tried.value) && tried.gradient.every(Number.isFinite);
    if (finite && tried.value >= curve.value + 1e-4 * length * slope - noise) {
      return norm(tried) < norm(curve) || tried.value > curve.value
        ? { at: next, curve: tried }
        : null;
    }
  }
  return null;
}
