import type { Cells } from './cells';
import type { RejectionCode } from './import-result';
import type { WarningCode } from './understanding';

/** What the reader of a file hands its records to, one after the other, in file order. */
export interface RowTaker {
  /** Set when a cell shows that the reading agreed on does not hold for the file: everything stops. */
  readonly unsettled: boolean;
  take(cells: Cells, line: number, lastLine: number): void;
  /** A stretch of text that is no record. */
  takeFault(code: RejectionCode, line: number, lastLine: number, text: string): void;
  /** Something odd about a record that keeps it from nothing. */
  warn(code: WarningCode, line: number, text: string): void;
}
