/**
 * Rows of a batch. What a loop over one column needs stays in the processor's nearest memory, and the loop
 * waits for many far-off places at once, where row by row it would wait for each in turn.
 */
export const MOST_ROWS = 1024;

/** Where the cells of one column of a batch are, row by row; of a quoted cell, without its quotes. */
export class CellPlaces {
  readonly start = new Int32Array(MOST_ROWS);
  readonly end = new Int32Array(MOST_ROWS);
  /** Of a cell that is the prefix and a number: how many digits, and the number. 0 digits: any other cell. */
  readonly digits = new Uint8Array(MOST_ROWS);
  readonly number = new Int32Array(MOST_ROWS);
  /** What stands before the numbers of the column; null where it holds none. */
  prefix: Uint8Array | null = null;
}
