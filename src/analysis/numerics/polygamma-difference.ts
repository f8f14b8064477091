import digamma from '@stdlib/math-base-special-digamma';
import trigamma from '@stdlib/math-base-special-trigamma';

/** From here on the asymptotic series below are exact to rounding. */
const LARGE = 50;

/** psi(z + d) - psi(z) for z, d > 0, keeping its digits where z is huge. */
export function digammaDifference(z: number, d: number): number {
  if (z < LARGE) return digamma(z + d) - digamma(z);
  // DLMF 5.11.2 at z + d less that at z, power by power.
  const log = Math.log1p(d / z);
  const power = powers(z, log);
  return log - power(1) / 2 - power(2) / 12 + power(4) / 120 - power(6) / 252 + power(8) / 240;
}

/** psi'(z + d) - psi'(z), alike; it is negative. */
export function trigammaDifference(z: number, d: number): number {
  if (z < LARGE) return trigamma(z + d) - trigamma(z);
  const power = powers(z, Math.log1p(d / z));
  return power(1) + power(2) / 2 + power(3) / 6 - power(5) / 30 + power(7) / 42 - power(9) / 30;
}

/** (z + d)^-k - z^-k, from ln(1 + d/z). */
function powers(z: number, log: number): (k: number) => number {
  return (k) => z ** -k * Math.expm1(-k * log);
}
