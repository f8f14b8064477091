import { expect, test } from 'vitest';
import { maximise, type Curve } from '../../../src/analysis/numerics/newton';

/** -(Rosenbrock's banana): one narrow curved ridge, highest at (1, 1). */
function banana([x, y]: readonly number[]): Curve {
  const bend = y - x * x;
  return {
    value: -((1 - x) ** 2) - 100 * bend * bend,
    gradient: [2 * (1 - x) + 400 * x * bend, -200 * bend],
    hessian: [
      [-2 + 400 * bend - 800 * x * x, 400 * x],
      [400 * x, -200],
    ],
  };
}

test('climbs a curved ridge to its top', () => {
  for (const start of [
    [-1.2, 1],
    [3, -4],
    [-2, 9],
  ]) {
    const { at, converged, gradientNorm } = maximise(banana, start);
    expect(converged).toBe(true);
    expect(gradientNorm).toBeLessThan(1e-10);
    expect(at[0]).toBeCloseTo(1, 8);
    expect(at[1]).toBeCloseTo(1, 8);
  }
});

test('leaves a saddle upwards', () => {
  const saddle = ([x, y]: readonly number[]): Curve => ({
    value: x * x - x ** 4 - y * y,
    gradient: [2 * x - 4 * x ** 3, -2 * y],
    hessian: [
      [2 - 12 * x * x, 0],
      [0, -2],
    ],
  });
  const { at } = maximise(saddle, [1e-3, 1]);
  expect(at[0]).toBeCloseTo(Math.SQRT1_2, 8);
  expect(at[1]).toBeCloseTo(0, 8);
});

test('shortens steps that leave the domain', () => {
  const log = ([x]: readonly number[]): Curve => ({
    value: Math.log(x) - x,
    gradient: [1 / x - 1],
    hessian: [[-1 / (x * x)]],
  });
  expect(maximise(log, [1.9]).at[0]).toBeCloseTo(1, 10);
});

test('a function that rises for ever ends without a claim to have found its top', () => {
  const rising = ([x]: readonly number[]): Curve => ({
    value: x,
    gradient: [1],
    hessian: [[0]],
  });
  const { converged, at } = maximise(rising, [0]);
  expect(converged).toBe(false);
  expect(at[0]).toBeGreaterThan(20);
});

test('a search that the caller gives up ends there, unfound', () => {
  const rising = ([u]: readonly number[]) => ({
    value: -Math.exp(-u),
    gradient: [Math.exp(-u)],
    hessian: [[-Math.exp(-u)]],
  });
  const { at, converged, givenUp } = maximise(rising, [0], {
    givenUp: ([u], _curve, gain) => u > 5 && gain < 1e-3,
  });
  expect([converged, givenUp]).toEqual([false, true]);
  // A step adds one, and promises half of what is left.
  expect(at[0]).toBeCloseTo(7, 10);
});
