import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvRecord, neutralise } from '../../src/exports/safe-csv';

describe('a cell that a spreadsheet would run is made text', () => {
  test.each([
    '=1+1',
    '+1234567',
    '-5+3',
    '@SUM(A1)',
    '=HYPERLINK("http://x";"y")',
    "=cmd|'/c calc'!A0",
    '\uff1d1+1',
    '\t=1+1',
    '\r=1+1',
    ' \ufeff=1',
  ])('%j', (text) => {
    expect(neutralise(text)).toBe(`'${text}`.replace(/^'\r/, "'\r"));
  });

  test('also where a line inside the cell starts with one', () => {
    expect(neutralise('note\n=1+1')).toBe("note\n'=1+1");
  });

  test.each(['12.50', '-3', '-0.25', '007', 'a=b', '2024-01-05', 'x-y'])('%s stays', (text) => {
    expect(neutralise(text)).toBe(text);
  });
});

test('numbers keep every digit, and a number that does not exist is an empty cell', () => {
  expect(csvRecord([0.1 + 0.2, -5, NaN, null, Infinity])).toBe('0.30000000000000004,-5,,,\r\n');
});

test('a reader of CSV gets back the cells that were written', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }),
      (cells) => {
        const read = Papa.parse<string[]>(csvRecord(cells), {
          delimiter: ',',
          newline: '\r\n',
        }).data;
        expect(read[0]).toEqual(cells.map(neutralise));
      },
    ),
  );
});
