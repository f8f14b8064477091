import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascending } from '../../src/analysis/ascending';

/** Enough values for them to be sorted by digits. */
function many(values: readonly number[]): Float64Array {
  return Float64Array.from({ length: 6_000 }, (_, i) => values[i % values.length]);
}

/** Comparing thousands of numbers one assertion each would take longer than sorting them. */
function same(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
}

const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const wide = fc.double({ noNaN: true });

test.each([
  ['whole numbers', whole],
  ['any numbers', wide],
])('%s come out as comparing sorts them, and the input stays as it is', (_name, value) => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (values) => {
      const given = many(values);
      const before = given.slice();
      expect(same(ascending(given), given.slice().sort())).toBe(true);
      expect(same(given, before)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('nothing, one value and equal values are sorted already', () => {
  for (const values of [[], [3], Array<number>(6_000).fill(7)])
    expect(ascending(Float64Array.from(values))).toEqual(Float64Array.from(values));
});
