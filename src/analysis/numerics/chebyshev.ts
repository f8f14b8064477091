/**
 * Interpolation of an analytic function on [from, to] at Chebyshev points, with the number of points
 * doubled until the last coefficients vanish to `tolerance` of the largest. Null when 129 are not
 * enough. [Trefethen 2013, chapters 3 and 8]
 */
export function chebyshev(
  f: (at: number) => number,
  from: number,
  to: number,
  tolerance = 1e-11,
): ((at: number) => number) | null {
  const half = (to - from) / 2;
  const middle = (to + from) / 2;
  if (half === 0) {
    const constant = f(middle);
    return () => constant;
  }
  for (let n = 8; n <= 128; n *= 2) {
    const coefficients = fitCoefficients((z) => f(middle + half * z), n);
    const size = coefficients.reduce((max, c) => Math.max(max, Math.abs(c)), 0);
    const tail = Math.max(...coefficients.slice(-2).map(Math.abs));
    if (tail <= tolerance * size) return (at) => clenshaw(coefficients, (at - middle) / half);
  }
  return null;
}

function fitCoefficients(f: (z: number) => number, n: number): number[] {
  const values = Array.from({ length: n + 1 }, (_, j) => f(Math.cos((Math.PI * j) / n)));
  return values.map((_, k) => {
    let sum = 0;
    for (let j = 0; j <= n; j++) {
      const end = j === 0 || j === n ? 0.5 : 1;
      sum += end * values[j] * Math.cos((Math.PI * j * k) / n);
    }
    return (sum * (k === 0 || k === n ? 1 : 2)) / n;
  });
}

function clenshaw(coefficients: readonly number[], z: number): number {
  let next = 0;
  let afterNext = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const current = 2 * z * next - afterNext + coefficients[k];
    afterNext = next;
    next = current;
  }
  return z * next - afterNext + coefficients[0];
}
