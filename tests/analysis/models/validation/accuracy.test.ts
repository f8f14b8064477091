import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accuracy, topHit } from '../../../../src/analysis/models/validation/accuracy';

describe('accuracy of a forecast', () => {
  test('errors of a hand-worked example', () => {
    const found = accuracy(Float64Array.of(2, 0, 1, 1), Float64Array.of(1, 1, 1, 2));
    expect(found).toMatchObject({ actual: 4, predicted: 5, mae: 0.75, bias: 0.25 });
    expect(found.rmse).toBeCloseTo(Math.sqrt(3) / 2, 14);
  });

  test('the best fifth is found whole by a forecast that ranks rightly', () => {
    const actual = Float64Array.from({ length: 50 }, (_, i) => i);
    expect(topHit(actual, actual, 0.2)).toBe(1);
    expect(
      topHit(
        actual,
        actual.map((v) => -v),
        0.2,
      ),
    ).toBe(0);
  });

  test('a forecast that tells nobody apart finds a fifth of the best fifth', () => {
    const actual = Float64Array.from({ length: 50 }, (_, i) => i % 7);
    expect(topHit(actual, new Float64Array(50), 0.2)).toBeCloseTo(0.2, 12);
  });

  test('never depends on the order of the customers', () => {
    const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(pairs, (rows) => {
        const hit = (list: [number, number][]): number =>
          topHit(
            Float64Array.from(list, ([a]) => a),
            Float64Array.from(list, ([, p]) => p),
            0.2,
          );
        expect(hit([...rows].reverse())).toBeCloseTo(hit(rows), 12);
        expect(hit(rows)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
