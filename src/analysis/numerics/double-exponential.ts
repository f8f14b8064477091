/**
 * Integral over the whole line of a function that dies at least exponentially on both sides, by the
 * trapezoid rule after u = centre + scale·sinh(v), which makes its tails die doubly exponentially
 * [Takahasi & Mori 1974]. The step is halved until two estimates agree to 1e-13.
 */
export function integrateLine(f: (u: number) => number, centre = 0, scale = 1): number {
  const at = (v: number): number => {
    const value = f(centre + scale * Math.sinh(v)) * Math.cosh(v);
    return Number.isFinite(value) ? value : 0;
  };
  let step = 0.5;
  let sum = ladder(at, 0, step) + ladder(at, -step, -step);
  let estimate = sum * step;
  for (let halving = 0; halving < 9; halving++) {
    sum += ladder(at, step / 2, step) + ladder(at, -step / 2, -step);
    step /= 2;
    const finer = sum * step;
    if (Math.abs(finer - estimate) <= 1e-13 * Math.abs(finer)) return finer * scale;
    estimate = finer;
  }
  return estimate * scale;
}

/** Sum of f from `start` outwards until its terms no longer matter. */
function ladder(f: (v: number) => number, start: number, step: number): number {
  let sum = 0;
  let largest = 0;
  for (let v = start; Math.abs(v) < 12; v += step) {
    const value = f(v);
    sum += value;
    largest = Math.max(largest, Math.abs(value));
    if (Math.abs(v) > 3 && Math.abs(value) <= 1e-19 * largest) break;
  }
  return sum;
}
