import { describe, expect, it } from 'vitest';
import { FileHead } from '../../src/ingest/file-head';
import { inspect } from '../../src/ingest/inspect';

const cells = (head: FileHead, delimiter: string, count: number) =>
  head.rows(delimiter, count).map((row) => row.cells);

describe('the beginning of a file', () => {
  it('is tried with the delimiters that occur in it, the commonest first', () => {
    expect(new FileHead('a;b,c\n', true, undefined).delimiters).toEqual([',', ';']);
    expect(new FileHead('a\tb\n', true, undefined).delimiters).toEqual(['\t']);
    expect(new FileHead('alone\n', true, undefined).delimiters).toEqual([',']);
  });

  it('is tried with no other delimiter than the one chosen, or else declared', () => {
    const text = 'sep=;\na;b,c\n1;2\n';
    const declared = new FileHead(text, true, undefined);
    expect(declared.delimiters).toEqual([';']);
    expect(declared.declaringLines).toBe(1);
    expect(cells(declared, ';', 9)).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ]);
    expect(new FileHead(text, true, ',').delimiters).toEqual([',']);
  });

  it('has as many rows as are asked for, without blank ones, however far down they are', () => {
    const rows = Array.from({ length: 3000 }, (_, k) => (k % 2 ? '' : `c${k},${'x'.repeat(20)}`));
    const head = new FileHead(rows.join('\n'), true, undefined);
    expect(cells(head, ',', 2)).toEqual([
      ['c0', 'x'.repeat(20)],
      ['c2', 'x'.repeat(20)],
    ]);
    expect(head.rows(',', 1400).at(-1).cells[0]).toBe('c2798');
    expect(head.rows(',', 9999)).toHaveLength(1500);
    expect(head.rows(',', 1)).toHaveLength(1);
  });

  it('has an unfinished first row, which may be a huge header, and no unfinished last one', () => {
    const names = Array.from({ length: 9000 }, (_, k) => `column${k}`);
    expect(cells(new FileHead(names.join(';'), false, undefined), ';', 5)[0][1]).toBe('column1');
    expect(cells(new FileHead('a,b\n1,2\n3', false, undefined), ',', 5)).toHaveLength(2);
    expect(cells(new FileHead('a,b\n1,2\n3', true, undefined), ',', 5)).toHaveLength(3);
    expect(new FileHead(' \n\n', true, undefined).rows(',', 5)).toEqual([]);
  });
});

it('looking at a file ends when aborted', async () => {
  const file = new File(['customer,date,amount\nc1,2024-01-05,1.50\n'], 'log.csv');
  const aborted = AbortSignal.abort(new Error('enough'));
  await expect(inspect(file, {}, { signal: aborted })).rejects.toThrow('enough');
});
