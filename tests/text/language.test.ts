import { afterEach, describe, expect, it } from 'vitest';
import * as format from '../../src/text/format';
import { languageAmong, speak } from '../../src/text/language.svelte';

const day = Date.parse('1998-06-30T00:00:00Z') / 86_400_000;

afterEach(() => speak('en'));

it('the first language wanted that there is is spoken, whatever its country', () => {
  expect(languageAmong(['fr-FR', 'nl-BE', 'en'])).toBe('nl');
  expect(languageAmong(['VI'])).toBe('vi');
  expect(languageAmong(['de', 'fr'])).toBeNull();
  expect(languageAmong([''])).toBeNull();
});

describe('numbers, money and dates follow the language', () => {
  it('in Dutch', () => {
    speak('nl');
    expect(format.significant(71_523.4)).toBe('71.500');
    expect(format.percent(0.5168)).toBe('51,7%');
    expect(format.money(1234.5, 'EUR')).toBe('€\u00a01.234,50');
    expect(format.money(-1234.5, 'EUR')).toBe('€\u00a0−1.234,50');
    expect(format.date(day)).toBe('30 jun 1998');
    expect(format.lasting(204, 'day')).toBe('204 dagen');
    expect(format.duration(365.25 * 2.5)).toBe('2,5 jaar');
    expect(format.list(['a', 'b', 'c'])).toBe('a, b en c');
  });

  it('in Vietnamese', () => {
    speak('vi');
    expect(format.significant(71_523.4)).toBe('71.500');
    expect(format.percent(0.5168)).toBe('51,7%');
    expect(format.money(71_500, 'VND')).toBe('71.500\u00a0₫');
    expect(format.date(day)).toBe('30 thg 6, 1998');
    expect(format.lasting(204, 'day')).toBe('204 ngày');
    expect(format.list(['a', 'b', 'c'])).toBe('a, b và c');
  });

  it('in English', () => {
    expect(format.significant(71_523.4)).toBe('71,500');
    expect(format.money(1234.5, 'EUR')).toBe('€1,234.50');
    expect(format.date(day)).toBe('Jun 30, 1998');
  });
});
