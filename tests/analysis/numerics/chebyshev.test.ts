import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chebyshev } from '../../../src/analysis/numerics/chebyshev';

test('interpolates smooth functions to ten digits, even with a bend near one end', () => {
  const functions = [Math.exp, (t: number) => 1 / (0.01 + t), (t: number) => Math.log(t + 1e-3)];
  for (const f of functions) {
    const curve = chebyshev(f, 0, 10);
    expect(curve).not.toBeNull();
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (t) => {
        expect(Math.abs(curve!(t) - f(t))).toBeLessThan(1e-10 * Math.max(1, Math.abs(f(t)), 10));
      }),
    );
  }
});

test('a single point is a constant', () => {
  expect(chebyshev((t) => t * t, 3, 3)!(3)).toBe(9);
});

test('a jump is admitted to be out of reach', () => {
  expect(chebyshev((t) => (t < Math.SQRT2 ? 0 : 1), 0, 2)).toBeNull();
});
