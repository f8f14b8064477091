import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../src/text/language.svelte';
import { numberText, typedNumber } from '../../src/text/typed-number';

afterEach(() => speak('en'));

describe.each(['en', 'vi', 'nl'] as const)('a number typed in %s', (language) => {
  it('takes point and comma as the decimal sign', () => {
    speak(language);
    expect(['0,5', '0.5', ',5', '.5', '-0,25', '−1.5', ' 12,75 '].map(typedNumber)).toEqual([
      0.5, 0.5, 0.5, 0.5, -0.25, -1.5, 12.75,
    ]);
  });

  it('takes what stands before threes as groups where nothing else is meant', () => {
    speak(language);
    expect(
      ['1.234,5', '1,234.5', '1.234.567', '1,234,567', '12 500', '0.500', '1234,567'].map(
        typedNumber,
      ),
    ).toEqual([1234.5, 1234.5, 1_234_567, 1_234_567, 12_500, 0.5, 1234.567]);
  });

  it('is refused where the signs stand as in no number', () => {
    speak(language);
    const none = ['', '-', '.', 'a', '1e5', '1,2,3', '1.23.456', '1.234,5.6', '1,2345,678'];
    expect(none.map(typedNumber)).toEqual(none.map(() => null));
  });

  it('reads back what it shows', () => {
    speak(language);
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        // From 1e-6 down a number is shown with an exponent, which nobody types.
        fc.pre(value === 0 || Math.abs(value) >= 1e-6);
        // Three decimals behind up to three digits are the one case that the language decides.
        fc.pre(!/^-?[1-9]\d{0,2}\.\d{3}$/.test(String(value)));
        expect(typedNumber(numberText(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

it('one sign before three digits is read as the language writes thousands', () => {
  speak('en');
  expect(['1,500', '1.500'].map(typedNumber)).toEqual([1500, 1.5]);
  speak('nl');
  expect(['1.500', '1,500'].map(typedNumber)).toEqual([1500, 1.5]);
  speak('vi');
  expect(['1.500', '1,500'].map(typedNumber)).toEqual([1500, 1.5]);
});

it('every number is shown with the decimal sign of the language', () => {
  speak('nl');
  expect([0.5, 1500, -2.25].map(numberText)).toEqual(['0,5', '1500', '-2,25']);
});
