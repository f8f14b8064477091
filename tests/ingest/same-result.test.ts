import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { inspect } from '../../src/ingest/inspect';
import type { ReadOptions } from '../../src/ingest/read-rows';
import { CASES, corpusFile, outcome } from './corpus-cases';
import { importFile, readWhole } from './import-file';

const BASE = `customer_id,order_date,amount
C001,2024-01-05,19.99
C002,2024-01-06,5.00
C001,2024-02-29,100.00
C003,2024-03-31,1234.56
C002,2024-10-27,0.01
C004,2024-12-31,42.00
`;
const BASE_OUTCOME = {
  accepted: 6,
  customers: 4,
  revenue: '1401.56',
  firstDate: '2024-01-05',
  lastDate: '2024-12-31',
  rejected: [],
};

/** The whole result of a file, in a form that can be compared. */
async function resultOf(file: File, options: ReadOptions) {
  const understanding = await inspect(file);
  if (understanding.kind === 'problem') return understanding;
  if (understanding.questions.length > 0) return understanding.questions;
  return readWhole([{ file, understanding, choices: {} }], options);
}

async function baseOutcome(file: File) {
  const { warnings, ...rest } = outcome(await importFile(file));
  expect(warnings.filter((code) => code !== 'ENCODING_FALLBACK')).toEqual([]);
  return rest;
}

describe('the size of a slice and the way of reading change nothing', { timeout: 30_000 }, () => {
  const small = CASES.filter(({ file }) => corpusFile({ file }).size < 5000);
  for (const entry of small) {
    it(entry.id, async () => {
      const file = corpusFile(entry);
      const whole = await resultOf(file, {});
      for (const sliceBytes of [64, 1000])
        for (const bytes of [true, false])
          expect(await resultOf(file, { sliceBytes, bytes })).toEqual(whole);
    });
  }
});

/** Cells as shops write them, and some that they should not have. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('C1', 'C2', '007', ' C1', 'Zoë', 'é', '客', '') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '2024-01-05',
      '2024-02-30',
      '2024-01-05 10:30:00',
      '13/01/2024',
      '24:00',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '1.00',
      '19.999',
      '-5',
      '1,234.50',
      '(3.00)',
      '0',
      '12345678901234567.5',
      'x',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a,b', 'a"b', 'line\nbreak', 'cr\r\nlf', '\u0001', '\uFFFD', ' '),
  },
);

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

describe('random files', () => {
  it('give the same rows as bytes and as text, in slices of any size', async () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 200 }),
        async (cells, end, sliceBytes) => {
          const lines = [['customer_id', 'order_date', 'amount', 'note'], ...cells];
          const text = lines.map((row) => row.map(quoted).join(',')).join(end);
          const file = new File([text], 'random.csv');
          const whole = await resultOf(file, { bytes: false });
          expect(await resultOf(file, { bytes: true, sliceBytes })).toEqual(whole);
          expect(await resultOf(file, { bytes: false, sliceBytes })).toEqual(whole);
          if ('kind' in whole && whole.kind === 'imported') {
            const [report] = whole.reports;
            const sum = (counts: Record<string, number>) =>
              Object.values(counts).reduce((a, b) => a + b, 0);
            expect(
              report.accepted + report.blank + sum(report.excluded) + sum(report.rejected),
            ).toBe(report.rows);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('give the same rows whatever their quotes and line ends are', async () => {
    const pieces = fc.constantFrom(
      ...['"', '"', '""', ',', ',', '\n', '\n', '\r\n', '\r', 'é', '\u0001', '\uFFFD', ' ', 'x'],
      ...['C1,2024-01-05,1.00', 'C2,2024-01-06,2.50,"a ""b"", c"', '"C3","2024-01-07","3.00"'],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 100 }),
        async (body, sliceBytes) => {
          const text = `customer_id,order_date,amount,note\nC0,2024-01-04,9.00,\n${body.join('')}`;
          const file = new File([text], 'random.csv');
          const whole = await resultOf(file, { bytes: false });
          expect(await resultOf(file, { bytes: true })).toEqual(whole);
          expect(await resultOf(file, { bytes: true, sliceBytes })).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('the six base rows in every disguise', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const utf16 = (text: string, bigEndian: boolean, mark: boolean) => {
    const units = (mark ? '\uFEFF' : '') + text;
    const view = new DataView(new ArrayBuffer(units.length * 2));
    for (let at = 0; at < units.length; at++)
      view.setUint16(at * 2, units.charCodeAt(at), !bigEndian);
    return new Uint8Array(view.buffer);
  };
  const encodings: Record<string, (text: string) => Uint8Array<ArrayBuffer>> = {
    'UTF-8': bytes,
    'UTF-8 with a mark': (text) => bytes('\uFEFF' + text),
    'UTF-16 LE with a mark': (text) => utf16(text, false, true),
    'UTF-16 BE with a mark': (text) => utf16(text, true, true),
    'UTF-16 LE': (text) => utf16(text, false, false),
    'UTF-16 BE': (text) => utf16(text, true, false),
    'Windows-1252': (text) =>
      Uint8Array.from(text.replaceAll('C00', 'Ü00'), (sign) => sign.charCodeAt(0)),
  };
  const ends = { LF: '\n', CRLF: '\r\n', CR: '\r' };
  const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };
  for (const [encoding, encode] of Object.entries(encodings))
    for (const [endName, end] of Object.entries(ends))
      for (const [delimiterName, delimiter] of Object.entries(delimiters))
        it(`${encoding}, ${endName}, ${delimiterName}`, async () => {
          const text = BASE.replaceAll(',', delimiter).replaceAll('\n', end);
          const file = new File([encode(text)], 'base.csv');
          expect(await baseOutcome(file)).toEqual(BASE_OUTCOME);
          const quotedText = text.replaceAll(/[^,;\t|\r\n]+/g, '"$&"');
          expect(await baseOutcome(new File([encode(quotedText)], 'base.csv'))).toEqual(
            BASE_OUTCOME,
          );
        });

  it('dates in every order that a row proves', async () => {
    const written = {
      'dd/mm/yyyy': (y: string, m: string, d: string) => `${d}/${m}/${y}`,
      'mm/dd/yyyy': (y: string, m: string, d: string) => `${m}/${d}/${y}`,
      'dd.mm.yyyy': (y: string, m: string, d: string) => `${d}.${m}.${y}`,
      'dd-mm-yy': (y: string, m: string, d: string) => `${d}-${m}-${y.slice(2)}`,
      yyyymmdd: (y: string, m: string, d: string) => y + m + d,
    };
    for (const write of Object.values(written)) {
      const text = BASE.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, (_, y: string, m: string, d: string) =>
        write(y, m, d),
      );
      const { warnings, ...rest } = outcome(await importFile(new File([text], 'base.csv')));
      expect(warnings.filter((code) => code !== 'TWO_DIGIT_YEAR')).toEqual([]);
      expect(rest).toEqual(BASE_OUTCOME);
    }
  });

  it('in any order of rows', async () => {
    const [header, ...rows] = BASE.trim().split('\n');
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const file = new File([[header, ...shuffled].join('\n')], 'base.csv');
        expect(await baseOutcome(file)).toEqual(BASE_OUTCOME);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the time zone of the computer changes nothing', () => {
  const home = process.env['TZ'];
  afterEach(() => {
    if (home === undefined) delete process.env['TZ'];
    else process.env['TZ'] = home;
  });
  for (const entry of CASES.filter(({ expect: expected }) => expected?.timeZones))
    it(entry.id, async () => {
      for (const zone of entry.expect?.timeZones ?? []) {
        process.env['TZ'] = zone;
        const result = await importFile(corpusFile(entry));
        expect(outcome(result)).toMatchObject({
          firstDate: entry.expect?.firstDate,
          lastDate: entry.expect?.lastDate,
        });
      }
    });
});
