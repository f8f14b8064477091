import gammaln from '@stdlib/math-base-special-gammaln';

/** From here on Stirling's series with four terms is exact to rounding. */
const LARGE = 50;

/** ln Gamma(z + d) - ln Gamma(z) for z, d > 0, keeping its digits where both are huge. */
export function logGammaRatio(z: number, d: number): number {
  if (z < LARGE) return gammaln(z + d) - gammaln(z);
  // Stirling's formula [DLMF 5.11.1] at z + d less that at z, term by term.
  return (z + d - 0.5) * Math.log1p(d / z) + d * Math.log(z) - d + tail(z + d) - tail(z);
}

function tail(z: number): number {
  const s = 1 / (z * z);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / z;
}

/** ln B(a, b), the logarithm of the beta function, for a, b > 0. */
export function logBeta(a: number, b: number): number {
  const large = Math.max(a, b);
  const small = Math.min(a, b);
  return gammaln(small) - logGammaRatio(large, small);
}
