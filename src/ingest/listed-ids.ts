import type { Texts } from '../analysis/texts';
import type { IdTable } from './id-table';

/** Ids made into strings together, as a power of two. */
const BLOCK_BITS = 10;
const BLOCK = 1 << BLOCK_BITS;

/**
 * Ids of an `IdTable` in a list of its own. Strings are made of those that are asked for, and kept: to make a million
 * of them takes longer than to add up all their orders, and a page shows a few at a time.
 */
export class ListedIds implements Texts {
  readonly length: number;
  readonly #table: IdTable;
  readonly #ids: Int32Array;
  readonly #blocks: (string[] | undefined)[];

  /** @param ids their numbers in the table */
  constructor(table: IdTable, ids: Int32Array) {
    this.length = ids.length;
    this.#table = table;
    this.#ids = ids;
    this.#blocks = new Array<undefined>(Math.ceil(ids.length / BLOCK));
  }

  at(index: number): string | undefined {
    return index < this.length ? this.#block(index >> BLOCK_BITS)[index % BLOCK] : undefined;
  }

  slice(start = 0, end = this.length): string[] {
    const texts: string[] = [];
    for (let index = start; index < Math.min(end, this.length);) {
      const block = this.#block(index >> BLOCK_BITS);
      const first = index - (index % BLOCK);
      for (const text of block.slice(index - first, end - first)) texts.push(text);
      index = first + BLOCK;
    }
    return texts;
  }

  #block(number: number): string[] {
    const first = number * BLOCK;
    return (this.#blocks[number] ??= this.#table.texts(this.#ids.subarray(first, first + BLOCK)));
  }
}
