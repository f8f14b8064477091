import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOfNumbers, orderOfTexts } from '../../src/analysis/stable-order';

describe('positions in order', () => {
  test('of any numbers are those of comparing, NaN last, equals as they came', () => {
    const number = fc.oneof(
      fc.double(),
      fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1, -1, 5e-324),
    );
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const expected = [...values.keys()].sort((a, b) => {
          const [left, right] = [values[a], values[b]];
          if (Number.isNaN(left) || Number.isNaN(right))
            return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b;
          return left < right ? -1 : left > right ? 1 : a - b;
        });
        expect([...orderOfNumbers(Float64Array.from(values))]).toEqual(expected);
      }),
    );
  });

  test('of any texts are those of comparing, equals as they came', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', 'C1', 'C10', 'C2', '\uffff', 'a'.repeat(60)),
    );
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const expected = [...texts.keys()].sort(
          (a, b) => (texts[a] < texts[b] ? -1 : Number(texts[a] > texts[b])) || a - b,
        );
        expect([...orderOfTexts(texts)]).toEqual(expected);
      }),
    );
  });
});
