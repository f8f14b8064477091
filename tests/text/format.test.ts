import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as format from '../../src/text/format';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

describe('numbers', () => {
  it('have three significant figures in findings', () => {
    expect([71_523.4, 2.8431, 0.012345, 0].map((value) => format.significant(value))).toEqual([
      '71,500',
      '2.84',
      '0.0123',
      '0',
    ]);
  });

  it('show a share of one as a percentage', () => {
    expect(format.percent(0.5168)).toBe('51.7%');
    expect(format.percent(1, 0)).toBe('100%');
  });

  it('have a true minus sign and no minus zero', () => {
    expect(format.integer(-12)).toBe('−12');
    expect(format.decimal(-0.001, 1)).toBe('0.0');
  });

  it('are short on an axis', () => {
    expect([0, 2.5, 1000, 71_500, 1.2e6].map(format.compact)).toEqual([
      '0',
      '2.5',
      '1K',
      '71.5K',
      '1.2M',
    ]);
  });
});

describe('money', () => {
  it('has the decimals of its currency', () => {
    expect(format.money(36.276, 'USD')).toBe('$36.28');
    expect(format.money(1234.5, 'JPY')).toBe('¥1,235');
    expect(format.money(1234.5, null)).toBe('1,234.50');
  });

  it('has three figures in findings, cents in pairs', () => {
    expect(format.money(71_523.4, 'USD', 3)).toBe('$71,500');
    expect(format.money(36.276, 'USD', 3)).toBe('$36.30');
    expect(format.money(364.76, 'USD', 3)).toBe('$365');
    expect(format.money(71_523.4, null, 3)).toBe('71,500');
  });

  it('keeps words that are no currency code', () => {
    expect(format.money(5, 'points')).toBe('5.00 points');
    expect(format.money(5, 'XX1', 3)).toBe('5 XX1');
  });
});

it('an interval reads "value (low to high)"', () => {
  expect(format.interval(71_523, 66_010, 77_381, (v) => format.significant(v))).toBe(
    '71,500 (66,000 to 77,400)',
  );
  expect(format.interval(71_523, NaN, 77_381, (v) => format.significant(v))).toBeNull();
});

describe('time', () => {
  it('names lengths in the unit that reads best', () => {
    expect([1, 45, 204, 365.25 * 2.5].map(format.duration)).toEqual([
      '1 day',
      '45 days',
      '6.7 months',
      '2.5 years',
    ]);
    expect(format.lasting(1204, 'day')).toBe('1,204 days');
  });

  it('writes a day as it is in the file, in any time zone', () => {
    expect(format.date(day('1998-06-30'))).toBe('Jun 30, 1998');
    expect(format.month(day('1998-01-01'))).toBe('Jan 1998');
    expect(format.date(day('1899-12-31'))).toBe('Dec 31, 1899');
  });

  it('joins the ends of a period', () => {
    // Locale data of some ages set thin spaces around the dash.
    expect(format.period(day('1997-01-01'), day('1998-06-30'))).toMatch(
      /^Jan 1, 1997\s–\sJun 30, 1998$/,
    );
  });
});

it('files have sizes as file managers show them', () => {
  expect([0, 999, 45_200_000, 2e9].map(format.fileSize)).toEqual([
    '0 bytes',
    '999 bytes',
    '45.2 MB',
    '2 GB',
  ]);
});

it('what is no finite number is never shown', () => {
  const all = [
    format.integer,
    format.significant,
    format.compact,
    format.percent,
    format.duration,
    format.fileSize,
    format.seconds,
    format.date,
    format.month,
    (value: number | null | undefined) => format.money(value, 'USD'),
    (value: number | null | undefined) => format.money(value, 'USD', 3),
    (value: number | null | undefined) => format.wholeMoney(value, 'EUR'),
    (value: number | null | undefined) => format.money(value, 'points', 3),
  ];
  for (const show of all)
    for (const value of [NaN, Infinity, -Infinity, null, undefined]) expect(show(value)).toBeNull();
});

it('no number at all reads NaN', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      for (const shown of [
        format.significant(value),
        format.money(value, 'USD', 3),
        format.duration(value),
      ])
        expect(shown ?? '').not.toMatch(/NaN|∞/);
    }),
  );
});
