/** Chebyshev series of one stretch. */
interface Panel {
  middle: number;
  half: number;
  coefficients: number[];
}

/** Points of the finest series before a stretch is cut in two; and how often it may be cut. */
const FINEST = 32;
const DEEPEST = 12;

/**
 * Interpolation of an analytic function on [from, to] at Chebyshev points, their number doubled until
 * the last coefficients fall below `tolerance` of the largest; a stretch that resists is cut in two, so
 * that a sharp bend near one end costs little. Null when even that does not do.
 * [Trefethen 2013, chapters 3 and 8]
 */
export function chebyshev(
  f: (at: number) => number,
  from: number,
  to: number,
  tolerance = 1e-11,
): ((at: number) => number) | null {
  const panels = cover(f, from, to, tolerance, 0);
  if (panels === null) return null;
  if (panels.length === 1) return (at) => clenshaw(panels[0], at);
  const ends = panels.map(({ middle, half }) => middle + half);
  return (at) => {
    let k = 0;
    while (k < ends.length - 1 && at > ends[k]) k++;
    return clenshaw(panels[k], at);
  };
}

function cover(
  f: (at: number) => number,
  from: number,
  to: number,
  tolerance: number,
  depth: number,
): Panel[] | null {
  const panel = series(f, from, to, tolerance);
  if (panel !== null) return [panel];
  if (depth === DEEPEST) return null;
  const middle = (from + to) / 2;
  const left = cover(f, from, middle, tolerance, depth + 1);
  const right = left && cover(f, middle, to, tolerance, depth + 1);
  return right && [...left, ...right];
}

function series(
  f: (at: number) => number,
  from: number,
  to: number,
  tolerance: number,
): Panel | null {
  const half = (to - from) / 2;
  const middle = (to + from) / 2;
  if (half === 0) return { middle, half: 1, coefficients: [f(middle)] };
  let values: number[] = [];
  for (let n = 8; n <= FINEST; n *= 2) {
    // Points of the coarser series are every other point of the finer one.
    values = Array.from({ length: n + 1 }, (_, j) =>
      n > 8 && j % 2 === 0 ? values[j / 2] : f(middle + half * Math.cos((Math.PI * j) / n)),
    );
    const coefficients = transform(values);
    const size = coefficients.reduce((max, c) => Math.max(max, Math.abs(c)), 0);
    const tail = Math.max(...coefficients.slice(-3).map(Math.abs));
    if (tail <= tolerance * size) return { middle, half, coefficients };
  }
  return null;
}

/** Coefficients of the series through values at cos(pi j / n). */
function transform(values: readonly number[]): number[] {
  const n = values.length - 1;
  return values.map((_, k) => {
    let sum = 0;
    for (let j = 0; j <= n; j++) {
      const end = j === 0 || j === n ? 0.5 : 1;
      sum += end * values[j] * Math.cos((Math.PI * j * k) / n);
    }
    return (sum * (k === 0 || k === n ? 1 : 2)) / n;
  });
}

function clenshaw({ middle, half, coefficients }: Panel, at: number): number {
  const z = (at - middle) / half;
  let next = 0;
  let afterNext = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const current = 2 * z * next - afterNext + coefficients[k];
    afterNext = next;
    next = current;
  }
  return z * next - afterNext + coefficients[0];
}
