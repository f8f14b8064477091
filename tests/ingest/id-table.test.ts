import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellPlaces } from '../../src/ingest/cell-places';
import { IdTable } from '../../src/ingest/id-table';
import { MOST_ROWS } from '../../src/ingest/kernel/limits';
import { ListedIds } from '../../src/ingest/listed-ids';

const encoder = new TextEncoder();

/** Cells of a column, as the kernel tells of them: which are the prefix `C` and a number. */
function columnOf(cells: readonly string[]): { bytes: Uint8Array; places: CellPlaces } {
  const ends = cells.map((_, i) => encoder.encode(cells.slice(0, i + 1).join('')).length);
  const numbers = cells.map((cell) => /^C(\d{1,9})$/.exec(cell)?.[1] ?? '');
  return {
    bytes: encoder.encode(cells.join('')),
    places: {
      start: Int32Array.from(ends, (_, i) => ends[i - 1] ?? 0),
      end: Int32Array.from(ends),
      digits: Uint8Array.from(numbers, (digits) => digits.length),
      number: Int32Array.from(numbers, Number),
    },
  };
}

/** Batches of cells taken one after the other: the ids of all cells, and the table. */
function taken(batches: readonly (readonly string[])[], named: boolean) {
  const table = new IdTable(false, named);
  // The first cell decides the prefix.
  const first = encoder.encode('C5');
  table.idOf(first, 0, 2);
  const ids = batches.flatMap((cells) => {
    const { bytes, places } = columnOf(cells);
    const into = new Uint32Array(MOST_ROWS);
    expect(table.idsOf(bytes, places, cells.length, into)).toBe(cells.length);
    return [...into.subarray(0, cells.length)];
  });
  return { ids, table };
}

/** Numbers by a map, as they come. */
function mapped(cells: readonly string[]): { ids: number[]; texts: string[] } {
  const known = new Map([['C5', 0]]);
  const ids = cells.map((cell) => {
    if (!known.has(cell)) known.set(cell, known.size);
    return known.get(cell)!;
  });
  return { ids, texts: [...known.keys()] };
}

const steps = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });
/** Numbers that go upwards or downwards, by steps of several or none, of several lengths, and some at random. */
const batch = fc
  .record({
    from: fc.integer({ min: 0, max: 1200 }),
    steps,
    down: fc.boolean(),
    padded: fc.boolean(),
    else: fc.option(fc.constantFrom('C7', 'C0007', 'x', 'C999999999', 'C1000'), { freq: 4 }),
  })
  .map(({ from, steps: by, down, padded, else: other }) => {
    let number = from;
    const cells = by.map((step) => {
      number = Math.max(0, number + (down ? -step : step));
      return `C${padded ? String(number).padStart(4, '0') : number}`;
    });
    return other === null ? cells : [...cells, other];
  });

describe('ids of a column', () => {
  test.each([true, false])(
    'are numbered as they come, whatever their order (named: %s)',
    (named) => {
      fc.assert(
        fc.property(fc.array(batch, { maxLength: 12 }), (batches) => {
          expect(taken(batches, named).ids).toEqual(mapped(batches.flat()).ids);
        }),
      );
    },
  );

  test.each([
    ['upwards', (k: number) => 100_000 + k],
    ['downwards', (k: number) => 900_000 - k],
    ['each twice', (k: number) => 100_000 + (k >> 1)],
  ])('that go %s over many batches, and one long known at last', (_, numberOf) => {
    const cells = Array.from({ length: 5000 }, (_cell, k) => `C${numberOf(k)}`);
    const batches = [0, 1, 2, 3, 4].map((k) => cells.slice(k * 1000, (k + 1) * 1000));
    batches.push(['C5', cells[17], 'C99', cells[4999]]);
    expect(taken(batches, true).ids).toEqual(mapped(batches.flat()).ids);
  });
});

test('listed ids are the texts of their numbers, one by one or many at once', () => {
  const cells = Array.from({ length: 3000 }, (_, k) => (k % 7 === 0 ? `Zo\u00eb ${k}` : `C${k}`));
  const batches = [0, 1, 2].map((k) => cells.slice(k * 1000, (k + 1) * 1000));
  const { table } = taken(batches, true);
  const { texts } = mapped(cells);
  const numbers = Int32Array.from(texts.keys()).reverse();
  const expected = texts.toReversed();
  table.settle();
  const listed = new ListedIds(table, numbers);
  expect(listed.length).toBe(texts.length);
  expect([0, 1023, 1024, texts.length - 1, texts.length].map((index) => listed.at(index))).toEqual(
    [0, 1023, 1024, texts.length - 1, texts.length].map((index) => expected[index]),
  );
  expect(listed.slice()).toEqual(expected);
  for (const [start, end] of [
    [0, 1024],
    [1000, 1030],
    [1024, 2048],
    [5, 5],
    [2990, 9999],
  ])
    expect(listed.slice(start, end)).toEqual(expected.slice(start, end));
});
