import { expect, test } from 'vitest';
import { gammaGamma } from '../../../../src/analysis/models/gamma-gamma';
import { monthlySchedule } from '../../../../src/analysis/models/predicted-clv';
import { PURCHASE_MODELS } from '../../../../src/analysis/models/purchase-models';
import { customerPredictions, predictedTotals } from '../../../../src/analysis/models/forecast';
import { predictionIntervals } from '../../../../src/analysis/models/uncertainty/prediction-intervals';
import { fitted } from '../fitted';
import type { Process } from '../simulate-purchases';
import { simulatedShop } from './simulated-shop';

const SHOPS = 200;
const MONEY = { p: 6, q: 3.7, v: 15 };

const CASES: [Process, Record<string, number>, customers: number][] = [
  ['bg-nbd', { r: 0.55, alpha: 8, a: 0.8, b: 2.5 }, 400],
  ['bg-nbd', { r: 0.55, alpha: 8, a: 0.8, b: 2.5 }, 1000],
  ['mbg-nbd', { r: 0.7, alpha: 7, a: 0.9, b: 2.5 }, 400],
  ['pareto-nbd', { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 }, 400],
];

test.each(CASES)('%s %o: coverage with %i customers', (name, params, customers) => {
  const model = PURCHASE_MODELS[name];
  const schedule = monthlySchedule({ horizonMonths: 12, annualDiscount: 0.1, margin: 1 }, 'week');
  const inside = { total: 0, purchases: 0, alive: 0 };
  let width = 0;
  for (let shop = 0; shop < SHOPS; shop++) {
    const seed = 5000 + shop;
    const { history, spendHistory, truth } = simulatedShop(
      name,
      params,
      MONEY,
      schedule,
      customers,
      seed,
    );
    const purchase = fitted(model.fit(history, 'week'));
    const spend = fitted(gammaGamma.fit(spendHistory));
    const forecast = { model, purchase, spend, history, spendHistory, schedule, margin: 1 };
    const predictions = customerPredictions(forecast);
    const { total } = predictedTotals(predictions);
    const intervals = predictionIntervals(forecast, predictions, { seed });
    for (const what of ['total', 'purchases', 'alive'] as const) {
      const [low, high] = intervals[what];
      if (truth[what] >= low && truth[what] <= high) inside[what]++;
    }
    width += (intervals.total[1] - intervals.total[0]) / total / SHOPS;
  }
  const share = (n: number): string => `${((100 * n) / SHOPS).toFixed(1)}%`;
  const cells = [share(inside.total), share(inside.purchases), share(inside.alive)];
  process.stdout.write(
    `| ${name} | ${customers} | ${cells.join(' | ')} | ±${((100 * width) / 2).toFixed(0)}% |\n`,
  );
  expect(inside.total / SHOPS).toBeGreaterThanOrEqual(0.85);
  expect(inside.total / SHOPS).toBeLessThanOrEqual(0.95);
});
