import { readAmount, type Amount } from './amount';
import { readDate, type CalendarDate } from './calendar-date';
import type { ByteDictionary } from './byte-dictionary';
import type { IdTable } from './id-table';
import type { LineRepeats } from './line-repeats';

/**
 * The cells of one record, whichever way they were split. The rules of a row are written once against
 * this; one implementation holds strings, the other bytes of which no string is made.
 */
export interface Cells {
  /** Number of cells. Columns beyond it read as blank. */
  readonly count: number;
  text(column: number): string;
  isBlank(column: number): boolean;
  /** The first character of the cell is 0 to 9. */
  startsWithDigit(column: number): boolean;
  amount(column: number, into: Amount): void;
  date(column: number, into: CalendarDate): void;
  /** Number of the id in a cell. */
  id(column: number, table: IdTable): number;
  /** Number of the cell's exact text. */
  exact(column: number, dictionary: ByteDictionary): number;
  /** Gives the bytes of the whole record to be hashed. */
  hashLine(repeats: LineRepeats): void;
  /** The start of the record, for the report. */
  lineText(): string;
}

const encoder = new TextEncoder();

/** Cells as Papa Parse returns them. */
export class TextCells implements Cells {
  cells: string[] = [];
  line = '';
  #bytes = new Uint8Array(4096);
  #length = 0;

  get count(): number {
    return this.cells.length;
  }

  text(column: number): string {
    return column < this.cells.length ? this.cells[column] : '';
  }

  isBlank(column: number): boolean {
    return this.text(column).trim() === '';
  }

  startsWithDigit(column: number): boolean {
    const code = this.text(column).charCodeAt(0);
    return code >= 48 && code <= 57;
  }

  amount(column: number, into: Amount): void {
    readAmount(this.text(column), into);
  }

  date(column: number, into: CalendarDate): void {
    readDate(this.text(column), into);
  }

  id(column: number, table: IdTable): number {
    this.#encode(this.text(column));
    return table.idOf(this.#bytes, 0, this.#length);
  }

  exact(column: number, dictionary: ByteDictionary): number {
    this.#encode(this.text(column));
    return dictionary.intern(this.#bytes, 0, this.#length);
  }

  hashLine(repeats: LineRepeats): void {
    this.#encode(this.line);
    repeats.hash(this.#bytes, 0, this.#length);
  }

  lineText(): string {
    return this.line.slice(0, 200);
  }

  #encode(text: string): void {
    if (text.length * 3 > this.#bytes.length) this.#bytes = new Uint8Array(text.length * 3);
    this.#length = encoder.encodeInto(text, this.#bytes).written;
  }
}
