/**
 * ln (c)_n for n = 0 .. max, where (c)_n = c (c+1) ... (c+n-1) = Gamma(c+n) / Gamma(c), with its first
 * two derivatives by c.
 *
 * Counts of purchases are small whole numbers, so a running sum replaces every log-gamma of the
 * likelihoods, exactly and for all customers at once.
 */
export interface RisingFactorials {
  /** ln (c)_n. */
  log: Float64Array;
  /** d ln (c)_n / dc = sum of 1 / (c + i). */
  first: Float64Array;
  /** Second derivative: minus the sum of 1 / (c + i)^2. */
  second: Float64Array;
}

export function risingFactorials(c: number, max: number): RisingFactorials {
  const log = new Float64Array(max + 1);
  const first = new Float64Array(max + 1);
  const second = new Float64Array(max + 1);
  for (let i = 0; i < max; i++) {
    const factor = c + i;
    log[i + 1] = log[i] + Math.log(factor);
    first[i + 1] = first[i] + 1 / factor;
    second[i + 1] = second[i] - 1 / (factor * factor);
  }
  return { log, first, second };
}

/** ln (c)_n for one n. */
export function logRisingFactorial(c: number, n: number): number {
  let product = 1;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    product *= c + i;
    if (product > 1e280 || product < 1e-280) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}
