import { describe, expect, test } from 'vitest';
import { retentionVsAcquisition } from '../../../src/analysis/value/retention-vs-acquisition';

const base = {
  customers: 1000,
  newCustomers: 100,
  cac: 20,
  margin: 50,
  retention: 0.8,
  discount: 0.1,
};

describe('three levers on one base', () => {
  test('by hand: CLV 133.33 after a year and 183.33 at once', () => {
    const gains = retentionVsAcquisition(base);
    if ('code' in gains) throw new Error(gains.code);
    const clv = (50 * 0.8) / 0.3;
    expect(gains.value).toBeCloseTo(1000 * clv + 100 * (clv + 50 - 20), 9);
    const better = (50 * 0.81) / 0.29;
    expect(gains.retentionPoint).toBeCloseTo(1100 * (better - clv), 9);
    expect(gains.acquisitionPercent).toBeCloseTo(clv + 50 - 20, 9);
    expect(gains.cacPercent).toBeCloseTo(100 * 20 * 0.01, 9);
  });

  test('at full retention nothing is left to raise', () => {
    expect(retentionVsAcquisition({ ...base, retention: 1 })).toMatchObject({ retentionPoint: 0 });
    expect(retentionVsAcquisition({ ...base, retention: 1.2 })).toMatchObject({
      code: 'TOO_LARGE',
      input: 'retention',
    });
  });
});
