import { expect, test } from 'vitest';
import { PURCHASE_MODELS } from '../../../src/analysis/models/purchase-models';
import { random } from '../../../src/analysis/numerics/random';

test.each([
  ['bg-nbd', { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }],
  ['mbg-nbd', { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }],
  ['pareto-nbd', { r: 0.6, alpha: 8, s: 0.7, beta: 12 }],
  ['nbd', { r: 0.6, alpha: 8 }],
  ['bg-bb', { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 }],
] as const)('%s: customers drawn at random buy as often as expected', (name, params) => {
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
