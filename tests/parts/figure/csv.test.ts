import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord } from '../../../src/exports/safe-csv';
import { csvCell, csvText, pastedText } from '../../../src/parts/figure/csv';

describe('a cell of a CSV file', () => {
  it.each([
    '=1+1',
    '+cmd',
    '-cmd',
    '@SUM(A1)',
    '\t=x',
    '\r=x',
    '＝1+1',
    '＋1',
    '－x',
    '＠x',
    '  =1',
  ])('is no formula: %j', (text) => {
    expect(csvCell(text)).toMatch(/^"?\r?'/);
  });

  it.each(['-5', '+3.25', '-1e-7', '.5'])('stays a number: %s', (text) => {
    expect(csvCell(text)).toBe(text);
  });

  it('keeps numbers in full precision and has nothing for none', () => {
    expect(csvCell(0.1 + 0.2)).toBe('0.30000000000000004');
    expect(csvCell(-2)).toBe('-2');
    expect(csvCell(NaN)).toBe('');
    expect(csvCell(null)).toBe('');
  });

  it('quotes what RFC 4180 says', () => {
    expect(csvCell('Smith, "Al"')).toBe('"Smith, ""Al"""');
  });
});

it('is written as the worker writes it, but for numbers with a sign or an exponent', () => {
  const telling = fc.constantFrom(...Array.from('=+-@\t\r\n ",;\'a1.e\u200b\ufeff\uff1d\uff20'));
  const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  fc.assert(
    fc.property(fc.string({ unit: telling }), (text) => {
      if (!plain.test(text)) expect(`${csvCell(text)}\r\n`).toBe(csvRecord([text]));
    }),
  );
});

it('a table has a header and lines ended by CR LF', () => {
  expect(csvText(['Period', 'Share'], [['Jan', 0.5]])).toBe('Period,Share\r\nJan,0.5\r\n');
});

it('is pasted with a tab between cells and a line a row, whatever the cells hold', () => {
  expect(
    pastedText(
      ['Name', 'Sum'],
      [
        ['a\tb\r\nc', 1.5],
        ['=1', null],
      ],
    ),
  ).toBe("Name\tSum\na b c\t1.5\n'=1\t\n");
});
