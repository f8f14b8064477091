import { expect, test } from 'vitest';
import { adviseModel } from '../../../src/analysis/models/model-choice';

const bg = { name: 'bg-nbd', aic: 100, rmse: 1.2 } as const;
const mbg = { name: 'mbg-nbd', aic: 90, rmse: 1.1 } as const;
const pareto = { name: 'pareto-nbd', aic: 95, rmse: 1.3 } as const;

test('the lowest AIC wins, and says whether the holdout agrees', () => {
  expect(adviseModel([bg, mbg, pareto])).toEqual({
    model: 'mbg-nbd',
    because: 'lowest-both',
    bestHoldout: 'mbg-nbd',
  });
  expect(adviseModel([{ ...bg, rmse: 1 }, mbg, pareto])).toEqual({
    model: 'mbg-nbd',
    because: 'lowest-aic',
    bestHoldout: 'bg-nbd',
  });
});

test('an AIC within 2 is no difference: the holdout decides', () => {
  expect(adviseModel([{ ...bg, aic: 91.5, rmse: 1 }, mbg, pareto])).toMatchObject({
    model: 'bg-nbd',
    because: 'tied-aic',
  });
});

test('without a holdout the AIC stands alone; a model in which nobody leaves is never advised', () => {
  const blind = [bg, mbg].map((candidate) => ({ ...candidate, rmse: null }));
  expect(adviseModel(blind)).toMatchObject({ model: 'mbg-nbd', because: 'aic-alone' });
  expect(adviseModel([{ name: 'nbd', aic: 1, rmse: 0.1 }, bg])?.model).toBe('bg-nbd');
  expect(adviseModel([{ name: 'bg-nbd', aic: null, rmse: null }])).toBeNull();
});
