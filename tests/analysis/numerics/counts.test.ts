import { describe, expect, test } from 'vitest';
import { chiSquaredTail } from '../../../src/analysis/numerics/chi-squared';
import { drawBinomial, drawPoisson, drawTrials } from '../../../src/analysis/numerics/counts';
import { random, type Random } from '../../../src/analysis/numerics/random';

const DRAWS = 50_000;

/** Draws fall on 0, 1, 2, ... as often as the probabilities say: p-value of Pearson's test, rare counts put together. */
function agreement(draw: (source: Random) => number, probability: (n: number) => number): number {
  const source = random(11);
  const seen = new Map<number, number>();
  for (let k = 0; k < DRAWS; k++) {
    const n = draw(source);
    seen.set(n, (seen.get(n) ?? 0) + 1);
  }
  let [statistic, cells, restSeen, restExpected] = [0, 0, DRAWS, DRAWS];
  for (let n = 0; n <= Math.max(...seen.keys()); n++) {
    const expected = DRAWS * probability(n);
    if (expected < 20) continue;
    const observed = seen.get(n) ?? 0;
    statistic += (observed - expected) ** 2 / expected;
    restSeen -= observed;
    restExpected -= expected;
    cells++;
  }
  if (restExpected > 1) statistic += (restSeen - restExpected) ** 2 / restExpected;
  return chiSquaredTail(statistic, cells);
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}

describe('counts drawn at random', () => {
  test.each([0.3, 4, 15.9, 17, 60, 700])('are Poisson with mean %d', (mean) => {
    const pmf = (n: number) => Math.exp(n * Math.log(mean) - mean - logFactorial(n));
    expect(agreement((source) => drawPoisson(mean, source), pmf)).toBeGreaterThan(1e-4);
  });

  test.each([
    [3, 0.4],
    [17, 0.05],
    [40, 0.9],
    [500, 0.31],
  ])('are binomial of %d trials at %d', (trials, p) => {
    const all = logFactorial(trials);
    const pmf = (n: number) =>
      n > trials
        ? 0
        : Math.exp(
            all -
              logFactorial(n) -
              logFactorial(trials - n) +
              n * Math.log(p) +
              (trials - n) * Math.log1p(-p),
          );
    expect(agreement((source) => drawBinomial(trials, p, source), pmf)).toBeGreaterThan(1e-4);
  });

  test.each([0.02, 0.5, 1])('are trials up to a first success at %d', (p) => {
    const pmf = (n: number) => (n === 0 ? 0 : p * (1 - p) ** (n - 1));
    expect(agreement((source) => drawTrials(p, source), pmf)).toBeGreaterThan(1e-4);
  });

  test('at the ends are certain', () => {
    const source = random(1);
    expect(drawPoisson(0, source)).toBe(0);
    expect(drawBinomial(100, 0, source)).toBe(0);
    expect(drawBinomial(100, 1, source)).toBe(100);
    expect(drawTrials(0, source)).toBe(Infinity);
  });
});
