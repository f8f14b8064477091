import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expectedPurchases,
  purchaseCounts,
  survival,
} from '../../../src/analysis/models/beta-geometric-purchases';
import { residualPurchasesIfAlive } from '../../../src/analysis/models/residual-purchases';
import { bgNbd } from '../../../src/analysis/models/bg-nbd';
import { logHypergeometric } from '../../../src/analysis/numerics/hypergeometric';
import { logUniform, parameters } from './arbitrary';
import { expectWithin } from './closeness';

describe('E[X(t)] of BG/NBD', () => {
  test('is eq. 9 of the paper, where that can be computed', () => {
    fc.assert(
      fc.property(parameters['bg-nbd'], logUniform(0.01, 20), (process, times) => {
        const { r, alpha, a, b } = process;
        fc.pre(Math.abs(a - 1) > 0.05 && a + b > 1.05);
        const t = times * alpha;
        const log = r * Math.log1p(-t / (alpha + t));
        const gauss = logHypergeometric(r, b, a + b - 1, t / (alpha + t));
        const paper = ((a + b - 1) / (a - 1)) * -Math.expm1(log + gauss);
        // The paper's difference loses digits where it is small.
        const lost = (1e-13 * (a + b)) / Math.abs(a - 1) / paper;
        expectWithin(expectedPurchases(process, t), paper, 1e-9 + lost);
      }),
      { numRuns: 300 },
    );
  });

  test('runs smoothly through a = 1 and a + b = 1, where the paper divides by zero', () => {
    const at = (a: number, b: number): number => expectedPurchases({ r: 0.5, alpha: 10, a, b }, 50);
    expectWithin(at(1, 2), (at(1 - 1e-4, 2) + at(1 + 1e-4, 2)) / 2, 1e-8);
    expectWithin(at(0.4, 0.6), (at(0.4, 0.6 - 1e-4) + at(0.4, 0.6 + 1e-4)) / 2, 1e-8);
    expect(at(0.2, 0.1)).toBeGreaterThan(0);
  });

  test('by series and by integral is the same where one takes over from the other', () => {
    // (r + 40) (1 + t / alpha) passes 10,000 between these times.
    const process = { r: 0.5, alpha: 1, a: 0.6, b: 1.7 };
    const [before, after] = [245.8, 246.2].map((t) => expectedPurchases(process, t));
    const [earlier, later] = [245, 247].map((t) => expectedPurchases(process, t));
    const slope = (later - earlier) / 2;
    expectWithin(after - before, 0.4 * slope, 1e-3);
  });

  test('when nobody leaves is that of NBD: r t / alpha', () => {
    const process = { r: 0.7, alpha: 20, a: 1e-12, b: 1 };
    expectWithin(expectedPurchases(process, 90), (0.7 * 90) / 20, 1e-9);
    expectWithin(expectedPurchases(process, 1e5), (0.7 * 1e5) / 20, 1e-8);
  });
});

test('survival is the chance of no leaving with any purchase: from the counts of purchases', () => {
  const process = { r: 0.8, alpha: 30, a: 0.7, b: 2.5 };
  const { r, alpha, a, b } = process;
  // P(X = n and still there) = (b)_n / (a+b)_n P(N = n); the rest left with their n-th purchase.
  let there = 0;
  let stay = 1;
  let nbd = Math.exp(-r * Math.log1p(60 / alpha));
  for (let n = 0; n < 600; n++) {
    there += stay * nbd;
    stay *= (b + n) / (a + b + n);
    nbd *= (((r + n) / (n + 1)) * 60) / (alpha + 60);
  }
  expectWithin(survival(process, 60), there, 1e-12);
});

test('the far tail of the distribution keeps its digits', () => {
  const counts = purchaseCounts({ r: 0.5, alpha: 100, a: 1, b: 3 }, 1, 40);
  // For t much shorter than alpha each further purchase is about a hundred times rarer.
  for (let n = 5; n < 40; n++) {
    expect(counts[n + 1] / counts[n]).toBeGreaterThan(0.006);
    expect(counts[n + 1] / counts[n]).toBeLessThan(0.0125);
  }
});

test('discounted residual purchases approach E[Y(t)] of a distant horizon as the rate vanishes', () => {
  const params = { r: 3, alpha: 10, a: 3, b: 4 };
  const forever = bgNbd.expectedPurchasesIfAlive(params, 1e7, 2, 20);
  expectWithin(residualPurchasesIfAlive(bgNbd, params, 1e-7, 2, 20), forever, 1e-3);
  expect(residualPurchasesIfAlive(bgNbd, params, 0, 2, 20)).toBe(Infinity);
});
