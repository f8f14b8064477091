import { describe, expect, it } from 'vitest';
import { RecordCutter } from '../../src/ingest/record-cutter';
import { isFault, recordsOf } from '../../src/ingest/record-stream';

/** Cells of each record with its line, or the code of a fault with the lines it cost. */
function cut(text: string, sliceLength: number, limit?: number) {
  const cutter = new RecordCutter(',', 1, limit);
  const records: unknown[] = [];
  for (let at = 0; at < text.length || at === 0; at += sliceLength) {
    const final = at + sliceLength >= text.length;
    for (const record of recordsOf(cutter.cut(text.slice(at, at + sliceLength), final), ','))
      records.push(
        isFault(record)
          ? [record.code, record.line, record.lastLine]
          : [record.line, ...record.cells],
      );
  }
  return { records, unterminated: cutter.unterminatedLine };
}

const TEXTS: [string, string, unknown[]][] = [
  [
    'mixed line ends',
    'a,b\r\nc,d\re,f\ng',
    [
      [1, 'a', 'b'],
      [2, 'c', 'd'],
      [3, 'e', 'f'],
      [4, 'g'],
    ],
  ],
  [
    'line ends in quotes count as lines',
    '"a\r\nb\nc\rd",e\nf',
    [
      [1, 'a\r\nb\nc\rd', 'e'],
      [5, 'f'],
    ],
  ],
  ['doubled quotes', '"a""b","",""""\n', [[1, 'a"b', '', '"']]],
  [
    'a quote inside a cell is text',
    '5" x,a"b"\n"c",d"\n',
    [
      [1, '5" x', 'a"b"'],
      [2, 'c', 'd"'],
    ],
  ],
  [
    'text after a closing quote costs the rest of the line',
    'a,"b"x,"c\nd,e\n',
    [
      ['QUOTE_MALFORMED', 1, 1],
      [2, 'd', 'e'],
    ],
  ],
  [
    'and the lines before it that the cell had swallowed',
    'a,"b\nc"x,d\ne',
    [
      ['QUOTE_MALFORMED', 1, 2],
      [3, 'e'],
    ],
  ],
  [
    'a space after a closing quote is text',
    '"a" ,b\nc',
    [
      ['QUOTE_MALFORMED', 1, 1],
      [2, 'c'],
    ],
  ],
  [
    'blank lines are records',
    '\n\na\n',
    [
      [1, ''],
      [2, ''],
      [3, 'a'],
    ],
  ],
  [
    'NULs and damage spoil their record only',
    'a\n\u0000\n\uD800x\nb',
    [
      [1, 'a'],
      ['CONTROL_CHARACTER', 2, 2],
      ['ENCODING_INVALID', 3, 3],
      [4, 'b'],
    ],
  ],
];

describe('records', () => {
  for (const [name, text, expected] of TEXTS)
    it(name, () => {
      for (const sliceLength of [1, 2, 3, 5, 1000])
        expect(cut(text, sliceLength)).toEqual({ records: expected, unterminated: null });
    });

  it('an open quote at the end of the file is told with the line of its record', () => {
    for (const sliceLength of [1, 4, 100])
      expect(cut('a\nb,"c\nd\n', sliceLength)).toEqual({ records: [[1, 'a']], unterminated: 2 });
  });

  it('a record beyond the limit is one fault and is not kept in memory', () => {
    const long = 'x'.repeat(500);
    for (const sliceLength of [7, 50]) {
      expect(cut(`a\n${long}\nb`, sliceLength, 100).records).toEqual([
        [1, 'a'],
        ['CELL_TOO_LONG', 2, 2],
        [3, 'b'],
      ]);
      expect(cut(`"${long}\n${long}"\nb`, sliceLength, 100).records).toEqual([
        ['CELL_TOO_LONG', 1, 2],
        [3, 'b'],
      ]);
      expect(cut(`"${long}"x\nb`, sliceLength, 100).records).toEqual([
        ['QUOTE_MALFORMED', 1, 1],
        [2, 'b'],
      ]);
    }
  });
});
