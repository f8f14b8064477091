import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';
import trigamma from '@stdlib/math-base-special-trigamma';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logBeta, logGammaRatio } from '../../../src/analysis/numerics/log-gamma-ratio';
import {
  digammaDifference,
  trigammaDifference,
} from '../../../src/analysis/numerics/polygamma-difference';
import {
  logRisingFactorial,
  risingFactorials,
} from '../../../src/analysis/numerics/rising-factorial';

const positive = fc.double({ min: 0.01, max: 200, noNaN: true });

describe('rising factorials', () => {
  test('ln (c)_n is ln Gamma(c + n) - ln Gamma(c)', () => {
    fc.assert(
      fc.property(positive, fc.nat(300), (c, n) => {
        const expected = gammaln(c + n) - gammaln(c);
        expect(Math.abs(logRisingFactorial(c, n) - expected)).toBeLessThan(
          1e-11 * Math.max(1, Math.abs(expected)),
        );
        expect(risingFactorials(c, n).log[n]).toBeCloseTo(logRisingFactorial(c, n), 9);
      }),
    );
  });

  test('(1)_n is n!', () => {
    expect(Math.exp(logRisingFactorial(1, 10))).toBeCloseTo(3_628_800, 6);
    expect(logRisingFactorial(1, 0)).toBe(0);
  });
});

describe('ratios of gamma functions', () => {
  test('agree with their definition where that keeps digits', () => {
    fc.assert(
      fc.property(positive, positive, (z, d) => {
        const expected = gammaln(z + d) - gammaln(z);
        expect(Math.abs(logGammaRatio(z, d) - expected)).toBeLessThan(
          1e-12 * (1 + Math.abs(gammaln(z + d))),
        );
      }),
    );
  });

  test('step by one is multiplication, even at ten billion', () => {
    for (const z of [3, 49.9, 50.1, 1e4, 1e10]) {
      expect(logGammaRatio(z, 1)).toBeCloseTo(Math.log(z), 13);
      expect(logGammaRatio(z, 2)).toBeCloseTo(Math.log(z) + Math.log(z + 1), 12);
    }
  });

  test('B(a, b) = B(b, a), and B(2, 3) = 1/12', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
      }),
    );
    expect(Math.exp(logBeta(2, 3))).toBeCloseTo(1 / 12, 14);
  });
});

describe('differences of psi and psi prime', () => {
  test('agree with their definition where that keeps digits', () => {
    fc.assert(
      fc.property(positive, positive, (z, d) => {
        const first = digamma(z + d) - digamma(z);
        expect(Math.abs(digammaDifference(z, d) - first)).toBeLessThan(
          1e-13 * (1 + Math.abs(digamma(z))),
        );
        expect(Math.abs(trigammaDifference(z, d) - (trigamma(z + d) - trigamma(z)))).toBeLessThan(
          1e-13 * (1 + trigamma(z)),
        );
      }),
    );
  });

  test('step by one is 1/z and -1/z², even at ten billion', () => {
    for (const z of [3, 49.9, 50.1, 1e4, 1e10]) {
      expect(z * digammaDifference(z, 1)).toBeCloseTo(1, 13);
      expect(z * z * trigammaDifference(z, 1)).toBeCloseTo(-1, 11);
    }
  });
});
