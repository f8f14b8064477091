/** Where the cells of one column of a batch are, row by row; of a quoted cell, without its quotes. */
export interface CellPlaces {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Of a cell that is the prefix and a number: how many digits, and the number. 0 digits: any other cell. */
  readonly digits: Uint8Array;
  readonly number: Int32Array;
}
