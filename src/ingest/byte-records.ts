import { ByteCells } from './byte-cells';
import { byteMeanings, soundness } from './byte-meaning';
import {
  BEYOND_ASCII,
  CONTROL,
  CR,
  DELIMITER,
  LF,
  LINE_END,
  ORDINARY,
  QUOTATION,
  QUOTE,
} from './kernel/byte-kinds';
import type { PlainRows } from './plain-rows';
import type { RowTaker } from './row-taker';
import { holdsWholeRow } from './text-oddities';

/** Offset after the last line end. */
function lastLineEnd(bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && bytes[at - 1] !== LF && bytes[at - 1] !== CR) at--;
  return at;
}

/**
 * Hands records of UTF-8 to the intake straight from their bytes, for as long as each is sound in every way:
 * then no string need be made of it. The rules are those of `RecordCutter` and Papa Parse, which read what
 * is not sound, and tests hold both ways to the same rows.
 */
export class ByteRecords {
  /** Physical line on which the next record starts. */
  line = 1;
  /** Well-formed characters beyond ASCII were among the bytes. */
  sawMultiByte = false;
  /** Why `take` stopped: nothing is left, or a record that goes on beyond the bytes, or one that is not sound. */
  stopped: 'at-end' | 'unfinished' | 'unsound' = 'at-end';
  readonly #delimiter: string;
  readonly #dataAfterLine: number;
  readonly #width: number;
  readonly #intake: RowTaker;
  readonly #plain: PlainRows | null;
  readonly #meaning: Uint8Array | null;
  readonly #cells = new ByteCells();
  /** What lies beyond ASCII in the bytes at hand has been found sound. */
  #sound = false;
  /** Line ends inside quotes of the record at hand. */
  #lineEnds = 0;

  /**
   * @param width number of columns of the file
   * @param plain takes rows about which nothing is remarkable; null where no row of the file can be so
   */
  constructor(
    delimiter: string,
    dataAfterLine: number,
    width: number,
    intake: RowTaker,
    plain: PlainRows | null,
  ) {
    this.#delimiter = delimiter;
    this.#dataAfterLine = dataAfterLine;
    this.#width = width;
    this.#intake = intake;
    this.#plain = plain;
    this.#meaning = byteMeanings(delimiter);
  }

  /**
   * Takes whole records from the front of the bytes; returns how many bytes they have.
   *
   * @param final the file ends with these bytes, so that the last record may lack its line end
   */
  take(bytes: Uint8Array<ArrayBuffer>, final: boolean): number {
    this.stopped = 'unsound';
    if (!this.#meaning) return 0;
    const cells = this.#cells;
    cells.bytes = bytes;
    if (this.#plain) this.#plain.bytes = bytes;
    this.#sound = false;
    const limit = this.#plain ? lastLineEnd(bytes) : 0;
    let start = 0;
    while (start < bytes.length) {
      if (this.#plain && this.line > this.#dataAfterLine) {
        this.#plain.line = this.line;
        start = this.#plain.take(start, limit, this.#sound);
        this.line = this.#plain.line;
        if (start === bytes.length) break;
      }
      this.#lineEnds = 0;
      cells.begin(start);
      const end = this.#recordEnd(bytes, start, final, this.#meaning);
      if (end < 0) return start;
      const lastLine = this.line + this.#lineEnds;
      if (this.line > this.#dataAfterLine) {
        cells.recordEnd = end;
        if (this.#lineEnds > 0) this.#noteSwallowedRows();
        this.#intake.take(cells, this.line, lastLine);
        if (this.#intake.unsettled) return start;
      }
      this.line = lastLine + 1;
      start = bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
    }
    this.stopped = 'at-end';
    return bytes.length;
  }

  /** Notes the cells of a record. Returns where its line end is, or the file's end; -1 with `stopped` set. */
  #recordEnd(bytes: Uint8Array, start: number, final: boolean, meaning: Uint8Array): number {
    const cells = this.#cells;
    const size = bytes.length;
    let at = start;
    for (;;) {
      let means = ORDINARY;
      if (bytes[at] === QUOTE) {
        at = this.#takeQuoted(bytes, at + 1, meaning);
        if (at < 0) return -1;
        if (at < size) means = meaning[bytes[at]];
        if (means === ORDINARY && at < size) return this.#stop('unsound');
      } else {
        const cell = at;
        for (; at < size; at++) {
          means = meaning[bytes[at]];
          // A quote inside a cell that does not begin with one is text.
          if (means === ORDINARY || means === QUOTATION) continue;
          if (means <= LINE_END) break;
          if (means === CONTROL || !this.#isSound(bytes)) return this.#stop('unsound');
        }
        cells.add(cell, at, false);
      }
      if (at >= size) return final ? size : this.#stop('unfinished');
      if (means === LINE_END) return at;
      if (means !== DELIMITER) return this.#stop('unsound');
      at++;
    }
  }

  /** Notes a quoted cell. Returns the offset after its closing quote; -1 with `stopped` set. */
  #takeQuoted(bytes: Uint8Array, start: number, meaning: Uint8Array): number {
    let doubled = false;
    for (let at = start; at < bytes.length; at++) {
      const means = meaning[bytes[at]];
      if (means === ORDINARY || means === DELIMITER) continue;
      if (means === QUOTATION) {
        if (bytes[at + 1] !== QUOTE) {
          this.#cells.add(start, at, doubled);
          return at + 1;
        }
        doubled = true;
        at++;
      } else if (means === LINE_END) {
        if (bytes[at] === LF || bytes[at + 1] !== LF) this.#lineEnds++;
      } else if (means !== BEYOND_ASCII || !this.#isSound(bytes)) return this.#stop('unsound');
    }
    return this.#stop('unfinished');
  }

  #noteSwallowedRows(): void {
    const cells = this.#cells;
    for (let column = 0; column < cells.count; column++) {
      if (!holdsWholeRow(cells.text(column), this.#delimiter, this.#width)) continue;
      this.#intake.warn('CELL_HOLDS_ROWS', this.line, cells.lineText());
      return;
    }
  }

  #isSound(bytes: Uint8Array): boolean {
    if (this.#sound) return true;
    const found = soundness(bytes);
    this.sawMultiByte ||= found !== 'damaged';
    this.#sound = found === 'sound';
    return this.#sound;
  }

  #stop(why: 'unfinished' | 'unsound'): -1 {
    this.stopped = why;
    return -1;
  }
}
