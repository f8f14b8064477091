import { readAmount, type Amount } from './amount';
import type { ByteDictionary } from './byte-dictionary';
import { readDate, type CalendarDate } from './calendar-date';
import type { Cells } from './cells';
import type { IdTable } from './id-table';
import type { LineRepeats } from './line-repeats';
import { readPlainDate } from './plain-number';

const encoder = new TextEncoder();
/** Longer text is left to the platform, which is slow to call and fast to copy. */
const SHORT = 48;

/** Cells as Papa Parse returns them. */
export class TextCells implements Cells {
  cells: string[] = [];
  /** The record with its quotes. */
  line = '';
  #bytes = new Uint8Array(4096);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get count(): number {
    return this.cells.length;
  }

  text(column: number): string {
    return column < this.cells.length ? this.cells[column] : '';
  }

  isBlank(column: number): boolean {
    const text = this.text(column);
    const first = text.charCodeAt(0);
    // Visible ASCII at the front settles it; anything else may be some kind of space.
    return first > 32 && first < 127 ? false : text.trim() === '';
  }

  startsWithDigit(column: number): boolean {
    const code = this.text(column).charCodeAt(0);
    return code >= 48 && code <= 57;
  }

  amount(column: number, into: Amount): void {
    readAmount(this.text(column), into);
  }

  date(column: number, into: CalendarDate): void {
    const text = this.text(column);
    this.#encode(text);
    if (!readPlainDate(this.#bytes, 0, this.#length, into)) readDate(text, into);
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
    repeats.hash(this.#view, 0, this.#length);
  }

  lineText(): string {
    return this.line.slice(0, 200);
  }

  /** Puts the UTF-8 of a text into the bytes: short ASCII by hand, without a call to the platform. */
  #encode(text: string): void {
    const { length } = text;
    if (length * 3 > this.#bytes.length) {
      this.#bytes = new Uint8Array(length * 3);
      this.#view = new DataView(this.#bytes.buffer);
    }
    if (length <= SHORT) {
      let at = 0;
      for (; at < length; at++) {
        const code = text.charCodeAt(at);
        if (code > 127) break;
        this.#bytes[at] = code;
      }
      if (at === length) {
        this.#length = length;
        return;
      }
    }
    this.#length = encoder.encodeInto(text, this.#bytes).written;
  }
}
