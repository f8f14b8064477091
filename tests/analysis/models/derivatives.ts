import { expect } from 'vitest';
import type { Curve } from '../../../src/analysis/numerics/newton';

/**
 * Asserts that the gradient is the derivative of the value, and the Hessian that of the gradient, by
 * central differences of fourth order with steps of a thousandth of each parameter.
 */
export function expectTrueDerivatives(
  f: (theta: readonly number[]) => Curve,
  theta: readonly number[],
): void {
  const curve = f(theta);
  theta.forEach((value, i) => {
    const h = 1e-3 * value;
    const at = (steps: number): Curve => f(theta.map((v, j) => (j === i ? v + steps * h : v)));
    const [up2, up, down, down2] = [at(2), at(1), at(-1), at(-2)];
    const slope = (pick: (c: Curve) => number): number =>
      (8 * (pick(up) - pick(down)) - (pick(up2) - pick(down2))) / (12 * h);
    const size = (1 + Math.abs(curve.value)) / value + Math.abs(curve.gradient[i]);
    expect(Math.abs(slope((c) => c.value) - curve.gradient[i])).toBeLessThan(1e-8 * size);
    curve.gradient.forEach((g, j) => {
      const bend = slope((c) => c.gradient[j]);
      const scale = (Math.abs(g) + (1 + Math.abs(curve.value)) / theta[j]) / value;
      expect(Math.abs(bend - curve.hessian[j][i])).toBeLessThan(1e-7 * scale);
    });
  });
}
