import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logHypergeometric } from '../../../src/analysis/numerics/hypergeometric';

const shape = fc.double({ min: 0.05, max: 60, noNaN: true });
const below = (top: number) => fc.double({ min: 0, max: top, noNaN: true });

function expectSame(actual: number, expected: number, digits = 1e-10): void {
  expect(Math.abs(actual - expected)).toBeLessThan(digits * Math.max(1, Math.abs(expected)));
}

describe('ln 2F1', () => {
  test('(1, 1; 2; z) is -ln(1 - z) / z', () => {
    for (const z of [1e-8, 0.3, 0.9, 0.975, 0.99, 0.999999]) {
      expectSame(logHypergeometric(1, 1, 2, z), Math.log(-Math.log1p(-z) / z));
    }
  });

  test('(a, b; b; z) is (1 - z)^-a', () => {
    fc.assert(
      fc.property(shape, shape, below(0.97), (a, b, z) =>
        expectSame(logHypergeometric(a, b, b, z), -a * Math.log1p(-z)),
      ),
    );
  });

  test('(1/2, 1; 3/2; z^2) is artanh(z) / z', () => {
    for (const z of [0.1, 0.8, 0.99, 0.9999]) {
      expectSame(logHypergeometric(0.5, 1, 1.5, z * z), Math.log(Math.atanh(z) / z));
    }
  });

  test('obeys the contiguous relation between c - 1, c and c + 1', () => {
    // DLMF 15.5.18: c(c-1)(z-1) F(c-1) + c(c-1-(2c-a-b-1)z) F + (c-a)(c-b) z F(c+1) = 0.
    fc.assert(
      fc.property(shape, shape, shape, below(0.995), (a, b, extra, z) => {
        const c = 1 + Math.max(a, b) + extra;
        const scale = logHypergeometric(a, b, c, z);
        const f = (at: number): number => Math.exp(logHypergeometric(a, b, at, z) - scale);
        const terms = [
          c * (c - 1) * (z - 1) * f(c - 1),
          c * (c - 1 - (2 * c - a - b - 1) * z) * f(c),
          (c - a) * (c - b) * z * f(c + 1),
        ];
        const size = Math.max(...terms.map(Math.abs));
        expect(Math.abs(terms[0] + terms[1] + terms[2])).toBeLessThan(1e-9 * size);
      }),
    );
  });

  test('by series and by integral is the same where one takes over from the other', () => {
    for (const [a, b, c] of [
      [0.5, 0.8, 2],
      [30, 1.6, 31],
      [3, 40, 41.5],
    ]) {
      const slope =
        (logHypergeometric(a, b, c, 0.9799) - logHypergeometric(a, b, c, 0.9797)) / 2e-4;
      const step = logHypergeometric(a, b, c, 0.98001) - logHypergeometric(a, b, c, 0.97999);
      expect(Math.abs(step / 2e-5 / slope - 1)).toBeLessThan(0.02);
    }
  });

  test('does not overflow where 2F1 itself would', () => {
    const log = logHypergeometric(800, 900, 901, 0.95);
    expect(log).toBeGreaterThan(720);
    expect(Number.isFinite(log)).toBe(true);
  });
});
