import { expect, test } from 'vitest';
import { nbd } from '../../../src/analysis/models/nbd';
import { cdnow } from './cdnow';
import { expectAllWithin, expectWithin } from './closeness';
import { fitted, sumOver } from './fitted';
import { onRealFile } from './real-file';
import { entry } from './reference';

onRealFile('cdnow_sample.csv', 'NBD on CDNOW', () => {
  const { history } = cdnow();
  const fit = fitted(nbd.fit(history, 'week'));

  test('reaches the measured maximum', () => {
    expectAllWithin(fit.params, entry('nbd-cdnow').params, 1e-5);
    expectWithin(fit.logLikelihood, entry('nbd-cdnow').ll, 1e-8);
  });

  test('forecasts 2,930 purchases, half as many again as came: customers do leave', () => {
    const sum = sumOver(history, (x, tx, T) => nbd.expectedPurchases(fit.params, 39, x, tx, T));
    expect(Math.abs(sum - 2929.82)).toBeLessThan(0.1);
  });
});

test('a customer who bought as all do keeps the mean rate', () => {
  const params = { r: 2, alpha: 10 };
  expect(nbd.expectedPurchases(params, 5, 6, 1, 30)).toBeCloseTo((2 / 10) * 5, 14);
});
