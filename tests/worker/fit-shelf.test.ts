import { expect, test } from 'vitest';
import type { FitResult, ModelParameters } from '../../src/analysis/models/fit';
import { FitShelf } from '../../src/worker/fit-shelf';

const refusal: FitResult<ModelParameters> = {
  kind: 'refusal',
  model: 'nbd',
  reason: 'no-customers',
  at: -1,
};

test('a fit is made once, kept once for all of an answer, and found again in what was kept', async () => {
  const kept: unknown[] = [];
  let fits = 0;
  const fit = (): FitResult<ModelParameters> => {
    fits++;
    return refusal;
  };
  const shelf = new FitShelf(undefined, (all) => kept.push(all));
  shelf.of(['week', 'nbd'], fit);
  shelf.of(['week', 'nbd'], fit);
  shelf.of(['day', 'nbd'], fit);
  expect(fits).toBe(2);
  await Promise.resolve();
  expect(kept).toHaveLength(1);

  const again = new FitShelf(structuredClone(kept[0]), () => undefined);
  expect(again.of(['day', 'nbd'], fit)).toEqual(refusal);
  expect(fits).toBe(2);
});

test('fits kept by another version of the models are made anew', () => {
  let fits = 0;
  const shelf = new FitShelf({ version: 0, fits: [['["nbd"]', refusal]] }, () => undefined);
  shelf.of(['nbd'], () => {
    fits++;
    return refusal;
  });
  expect(fits).toBe(1);
});
