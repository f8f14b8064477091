import type { Amount } from './amount';
import type { CalendarDate } from './calendar-date';
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
