import { expect, test } from 'vitest';
import type { FitResult, ModelParameters } from '../../src/analysis/models/fit';
import { gammaGamma } from '../../src/analysis/models/gamma-gamma';
import { PURCHASE_MODELS } from '../../src/analysis/models/purchase-models';
import { random } from '../../src/analysis/numerics/random';
import { DEFAULT_SETTINGS as settings } from '../../src/worker/contract/settings';
import type { FitterElsewhere } from '../../src/worker/model-fits';
import { newEntry } from '../../src/worker/new-entry';
import { Workspace } from '../../src/worker/workspace';
import { ledger } from '../analysis/ledger';

function shopOf(customers: number): Workspace {
  const source = random(5);
  const rows = Array.from({ length: customers }, (_, k) =>
    Array.from({ length: 1 + Math.floor(3 * source.uniform()) }, () => ({
      customer: `c${k}`,
      date: `2024-0${1 + Math.floor(9 * source.uniform())}-1${Math.floor(10 * source.uniform())}`,
      amount: 5 + Math.floor(50 * source.uniform()),
    })),
  ).flat();
  const transactions = ledger(rows);
  const customerIds = Array.from({ length: transactions.customerCount }, (_, k) => `c${k}`);
  const content = { kind: 'orders' as const, transactions, customerIds };
  return new Workspace(newEntry('shop', 'USD', { kind: 'files', reports: [] }, content), content);
}

/** Fits here, and counts how often it is asked. */
function countingFitter(failing = false): FitterElsewhere & { asked: string[] } {
  const asked: string[] = [];
  const answer = <P extends ModelParameters>(name: string, fit: () => FitResult<P>) => {
    asked.push(name);
    return failing ? Promise.reject(new Error('the fitter is gone')) : Promise.resolve(fit());
  };
  return {
    asked,
    purchase: (model, history, unit) =>
      answer(model, () => PURCHASE_MODELS[model].fit(history, unit)),
    spend: (history) => answer('gamma-gamma', () => gammaGamma.fit(history)),
  };
}

test('few buyers are fitted where they are asked for', async () => {
  const elsewhere = countingFitter();
  await shopOf(200).prepareFits(settings, elsewhere);
  expect(elsewhere.asked).toEqual([]);
});

test('very many are fitted elsewhere, once however many ask, to the same result', async () => {
  const [shop, same] = [shopOf(50_001), shopOf(50_001)];
  await expect(shop.prepareFits(settings, countingFitter(true))).rejects.toThrow('is gone');
  const elsewhere = countingFitter();
  await Promise.all([1, 2].map(() => shop.prepareFits(settings, elsewhere)));
  await shop.prepareFits(settings, elsewhere);
  expect(elsewhere.asked.sort()).toEqual(['bg-nbd', 'gamma-gamma']);
  // With a comparison to come, there is no model yet to be fitted.
  await shop.prepareFits({ ...settings, model: 'auto' }, elsewhere);
  expect(elsewhere.asked).toHaveLength(2);
  expect(shop.fits(settings)).toEqual(same.fits(settings));
}, 30_000);
