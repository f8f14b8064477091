import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finiteHorizon } from '../../../src/analysis/value/finite-horizon';
import { marginRetention } from '../../../src/analysis/value/margin-retention';

const share = fc.double({ min: 0, max: 0.95, noNaN: true });
const rate = fc.double({ min: 0, max: 1, noNaN: true });

describe('Gupta & Lehmann', () => {
  test('the multiple of the margin in their table: 90% retention at 10% discount is 4.5', () => {
    const value = marginRetention({
      margin: 1,
      retention: 0.9,
      discount: 0.1,
      firstPaid: 'after one period',
    });
    expect(value).toBeCloseTo(4.5, 12);
  });

  test('paid now is one margin more than paid after one period', () => {
    fc.assert(
      fc.property(share, rate, (retention, discount) => {
        const of = (firstPaid: 'now' | 'after one period') =>
          marginRetention({ margin: 7, retention, discount, firstPaid }) as number;
        expect(of('now') - of('after one period')).toBeCloseTo(7, 9);
      }),
    );
  });

  test('it is the limit of the sum to a horizon', () => {
    fc.assert(
      fc.property(share, rate, (retention, discount) => {
        const sums = finiteHorizon({ margin: 7, retention, discount, periods: 1000 });
        if ('code' in sums) throw new Error(sums.code);
        expect(sums[1000]).toBeCloseTo(
          marginRetention({
            margin: 7,
            retention,
            discount,
            firstPaid: 'after one period',
          }) as number,
          9,
        );
      }),
    );
  });

  test('limits: nobody stays, everybody stays for ever', () => {
    const of = (retention: number, discount: number, firstPaid: 'now' | 'after one period') =>
      marginRetention({ margin: 10, retention, discount, firstPaid });
    expect(of(0, 0.1, 'after one period')).toBe(0);
    expect(of(0, 0.1, 'now')).toBe(10);
    expect(of(1, 0, 'now')).toBe(Infinity);
    expect(of(1, 0.1, 'after one period')).toBe(100);
    expect(of(0.5, -0.1, 'now')).toMatchObject({ code: 'TOO_SMALL', input: 'discount' });
  });
});
