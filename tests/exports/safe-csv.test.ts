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
  ])('%j', (text) => {
    expect(neutralise(text)).toBe(`'${text}`);
  });

  test.each(['\t', '\r', '\n', ' \ufeff', '\0', '\u00a0'])('behind %j', (space) => {
    expect(neutralise(`${space}=1+1`)).toBe(`'${space}'=1+1`);
  });

  test('also where a line inside the cell starts with one', () => {
    expect(neutralise('note\n=1+1')).toBe("note\n'=1+1");
  });

  test('also where a spreadsheet that separates otherwise would see a cell start', () => {
    expect(neutralise('a;=1+1')).toBe("a;'=1+1");
    expect(neutralise('a\t@b')).toBe("a\t'@b");
    expect(neutralise('a; - -2+3')).toBe("a; '- -2+3");
  });

  test('but signs alone are none', () => {
    expect(neutralise("'; DROP TABLE x;--")).toBe("'; DROP TABLE x;--");
  });

  test('whatever stands around it, no line and no part between semicolons starts a formula', () => {
    const pieces = Array.from('=+-@;\t\r\n ",a1\0\uff1d\uff20\u200b');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces) }), (text) => {
        fc.pre(!Number.isFinite(Number(text)));
        const begins = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
        const signsAlone = /^[\s\p{Cc}\p{Cf}+\-\uff0b\uff0d]*$/u;
        const safe = neutralise(text);
        for (const line of safe.split(/[\r\n]/)) expect(line).not.toMatch(begins);
        for (const part of safe.split(/[;\t]/))
          if (!signsAlone.test(part)) expect(part).not.toMatch(begins);
      }),
    );
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
