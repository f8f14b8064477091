import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * P(chi-squared with `degrees` of freedom > value), the p-value of a chi-squared test. With one degree it
 * is the two-sided p-value of a standard normal whose square is `value`.
 */
export function chiSquaredTail(value: number, degrees: number): number {
  if (value === Infinity) return 0;
  return value > 0 ? upperIncompleteGamma(degrees / 2, value / 2) : 1;
}

/** Regularised Q(a, x): series below a + 1, continued fraction above [DLMF 8.7.1, 8.9.2]. */
function upperIncompleteGamma(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - gammaln(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > 1e-17 * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  // Modified Lentz for the fraction 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)).
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return front * h;
}
