import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partBytes, textValues } from '../../src/store/part-bytes';

test('any text comes back from its bytes to the unit, broken surrogates too', () => {
  const anyText = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 20 }), (values) => {
      expect(textValues(partBytes(values), values.length)).toEqual(values);
    }),
  );
});

test('a text longer than one call takes comes back whole', () => {
  const values = ['x'.repeat(10_000), '', 'é'.repeat(4096)];
  expect(textValues(partBytes(values), 3)).toEqual(values);
});

test('bytes that do not hold so many values are told from those that do', () => {
  const bytes = partBytes(['ann', 'bob']);
  expect(textValues(bytes, 3)).toBeNull();
  expect(textValues(bytes.subarray(0, bytes.length - 2), 2)).toBeNull();
  expect(textValues(bytes.subarray(0, 4), 2)).toBeNull();
});

test('numbers are told by the very bytes they lie in', () => {
  const values = Float64Array.from([-0, NaN, 0.1]).subarray(1);
  expect(partBytes(values).byteOffset).toBe(8);
  expect(partBytes(values)).toHaveLength(16);
});
