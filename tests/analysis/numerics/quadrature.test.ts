import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { integrateLine } from '../../../src/analysis/numerics/double-exponential';
import { gaussLegendre, integrate } from '../../../src/analysis/numerics/gauss-legendre';

describe('Gauss-Legendre', () => {
  test('n points are exact for every power up to 2n - 1', () => {
    for (const n of [1, 2, 5, 12, 20, 32]) {
      for (let power = 0; power < 2 * n; power++) {
        const exact = power % 2 === 0 ? 2 / (power + 1) : 0;
        expect(integrate((z) => z ** power, -1, 1, n)).toBeCloseTo(exact, 13);
      }
    }
  });

  test('three points are 0 and the roots of 3/5, with weights 8/9 and 5/9', () => {
    const { nodes, weights } = gaussLegendre(3);
    expect(nodes[1]).toBeCloseTo(0, 15);
    expect(nodes[2]).toBeCloseTo(Math.sqrt(0.6), 15);
    expect(weights[0]).toBeCloseTo(5 / 9, 15);
    expect(weights[1]).toBeCloseTo(8 / 9, 15);
  });

  test('panels add up', () => {
    expect(integrate(Math.exp, 0, 3, 8, 4)).toBeCloseTo(Math.exp(3) - 1, 12);
  });
});

describe('the whole line', () => {
  test('a normal density has area one, wherever and however wide', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (mean, width) => {
          const area = integrateLine(
            (u) => Math.exp(-(((u - mean) / width) ** 2) / 2) / (width * Math.sqrt(2 * Math.PI)),
          );
          expect(area).toBeCloseTo(1, 11);
        },
      ),
    );
  });

  test('heavy exponential tails: the integral of sech is pi', () => {
    expect(integrateLine((u) => 1 / Math.cosh(u))).toBeCloseTo(Math.PI, 12);
    expect(integrateLine((u) => 1 / Math.cosh(0.01 * u))).toBeCloseTo(100 * Math.PI, 8);
  });
});
