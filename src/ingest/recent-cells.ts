import type { IdTable } from './id-table';
import type { CellPlaces } from './cell-places';

const SLOTS = 256;
/** Per slot: the cell's length, its bytes as four words, its code. */
const STRIDE = 8;
const CODE = 5;
const LONGEST = 16;

/**
 * Codes of short cells met lately. A description has few values, and most rows repeat one of them: finding it
 * here compares words, where the table compares bytes.
 */
export class RecentCells {
  readonly #table: IdTable;
  /** A length of 0 is an empty slot: no cell without any bytes comes here. */
  readonly #slots = new Int32Array(SLOTS * STRIDE);

  constructor(table: IdTable) {
    this.#table = table;
  }

  /** Codes of the first cells of a column. */
  codesOf(
    bytes: Uint8Array,
    view: DataView,
    cells: CellPlaces,
    count: number,
    codes: Uint32Array,
  ): void {
    for (let row = 0; row < count; row++) {
      const start = cells.start[row];
      const end = cells.end[row];
      codes[row] =
        start === end || end - start > LONGEST
          ? this.#table.idOf(bytes, start, end)
          : this.#codeOf(bytes, view, start, end - start);
    }
  }

  /** Four words hold all bytes of a cell with its length, some of them twice. */
  #codeOf(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    let first = bytes[start];
    let second = 0;
    let third = 0;
    let fourth = 0;
    if (length >= 4) {
      first = view.getInt32(start, true);
      second = view.getInt32(start + Math.min(4, length - 4), true);
      third = view.getInt32(start + Math.max(0, length - 8), true);
      fourth = view.getInt32(start + length - 4, true);
    } else if (length > 1) {
      second = bytes[start + 1];
      third = bytes[start + length - 1];
    }
    const slots = this.#slots;
    const mixed = Math.imul(first ^ (second << 3) ^ (third << 7) ^ fourth ^ length, 0x9e3779b1);
    const slot = (mixed >>> 24) * STRIDE;
    if (
      slots[slot] === length &&
      slots[slot + 1] === first &&
      slots[slot + 2] === second &&
      slots[slot + 3] === third &&
      slots[slot + 4] === fourth
    )
      return slots[slot + CODE];
    slots[slot] = length;
    slots[slot + 1] = first;
    slots[slot + 2] = second;
    slots[slot + 3] = third;
    slots[slot + 4] = fourth;
    return (slots[slot + CODE] = this.#table.idOf(bytes, start, start + length));
  }
}
