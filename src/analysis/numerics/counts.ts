import type { Random } from './random';

/** Up to so many, counting one by one is quicker than halving. */
const FEW = 16;

/**
 * A Poisson number with this mean: events at rate 1 in a stretch of that length. The moment of an event well on the
 * way is drawn at once, so that the work grows with the logarithm of the mean. [Ahrens & Dieter 1974]
 */
export function drawPoisson(mean: number, source: Random): number {
  let count = 0;
  let left = mean;
  while (left > FEW) {
    const events = Math.floor(left * 0.875);
    const moment = source.gamma(events);
    // All but the last of these events fell anywhere before its moment.
    if (moment > left) return count + drawBinomial(events - 1, left / moment, source);
    count += events;
    left -= moment;
  }
  for (let moment = source.exponential(); moment <= left; moment += source.exponential()) count++;
  return count;
}

/** Successes among n trials of probability p, by where the middle one of n uniform numbers lies. [Devroye 1986, X.4.3] */
export function drawBinomial(n: number, p: number, source: Random): number {
  let count = 0;
  let trials = n;
  let below = p;
  while (trials > FEW) {
    const middle = 1 + (trials >> 1);
    const place = source.beta(middle, trials + 1 - middle);
    if (place <= below) {
      count += middle;
      trials -= middle;
      below = (below - place) / (1 - place);
    } else {
      trials = middle - 1;
      below /= place;
    }
  }
  for (let trial = 0; trial < trials; trial++) if (source.uniform() < below) count++;
  return count;
}

/** Trials of probability p up to the first success, that one included; Infinity where p is 0. */
export function drawTrials(p: number, source: Random): number {
  return p > 0 ? 1 + Math.floor(source.exponential() / -Math.log1p(-p)) : Infinity;
}
