import { expect, test } from 'vitest';
import { PURCHASE_MODELS } from '../../../src/analysis/models/purchase-models';
import { random } from '../../../src/analysis/numerics/random';

const CASES = [
  ['bg-nbd', { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }],
  ['mbg-nbd', { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }],
  ['pareto-nbd', { r: 0.6, alpha: 8, s: 0.7, beta: 12 }],
  ['nbd', { r: 0.6, alpha: 8 }],
  ['bg-bb', { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 }],
] as const;

test.each(CASES)('%s: customers drawn at random buy as often as expected', (name, params) => {
  const model = PURCHASE_MODELS[name];
  const [x, T, horizon] = [3, 20, 40];
  const source = random(7);
  const draws = 20_000;
  let [sum, squares] = [0, 0];
  for (let k = 0; k < draws; k++) {
    const times = model.drawPurchasesIfAlive(params, horizon, x, T, source);
    expect(times.every((time, i) => time > (times[i - 1] ?? 0) && time <= horizon)).toBe(true);
    sum += times.length;
    squares += times.length ** 2;
  }
  const mean = sum / draws;
  const error = Math.sqrt((squares / draws - mean ** 2) / draws);
  const expected = model.expectedPurchasesIfAlive(params, horizon, x, T);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
});

test.each(CASES)('%s: counts drawn at once are those of purchases one by one', (name, params) => {
  const model = PURCHASE_MODELS[name];
  const [x, T, horizon] = [30, 40, 60];
  const source = random(19);
  const draws = 20_000;
  const byTimes = { count: [] as number[], sum: [] as number[] };
  const atOnce = { count: [] as number[], sum: [] as number[] };
  for (let k = 0; k < draws; k++) {
    const times = model.drawPurchasesIfAlive(params, horizon, x, T, source);
    byTimes.count.push(times.length);
    byTimes.sum.push(times.reduce((sum, time) => sum + time, 0));
    const { count, until } = model.drawCountIfAlive(params, horizon, x, T, source);
    expect(until).toBeLessThanOrEqual(horizon);
    atOnce.count.push(count);
    atOnce.sum.push((count * until) / 2);
  }
  for (const power of [1, 2])
    expectAlike(
      byTimes.count.map((n) => n ** power),
      atOnce.count.map((n) => n ** power),
    );
  // Whole opportunities, and the last purchase before leaving, do not lie evenly: a few percent of a count or two.
  if (name === 'nbd' || name === 'pareto-nbd') expectAlike(byTimes.sum, atOnce.sum);
});

/** Two samples have the same mean, within five standard errors of the difference. */
function expectAlike(one: number[], other: number[]): void {
  const [a, b] = [moments(one), moments(other)];
  expect(Math.abs(a.mean - b.mean)).toBeLessThan(5 * Math.hypot(a.error, b.error));
}

function moments(values: number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return { mean, error: Math.sqrt(variance / values.length) };
}
