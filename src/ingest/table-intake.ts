import type { Cells } from './cells';
import type { FileAccount } from './file-account';
import {
  ID_FORMULA,
  ID_INVISIBLE,
  ID_PLACEHOLDER,
  ID_TRIMMED,
  readCustomerId,
} from './customer-id';
import type { RejectionCode } from './import-result';
import type { RowTaker } from './row-taker';
import type { TableRows } from './table-rows';
import type { Understanding, WarningCode } from './understanding';

const ID_WARNINGS: readonly [number, WarningCode][] = [
  [ID_TRIMMED, 'ID_TRIMMED'],
  [ID_INVISIBLE, 'ID_INVISIBLE_CHARS'],
  [ID_PLACEHOLDER, 'PLACEHOLDER_ID'],
  [ID_FORMULA, 'FORMULA_LIKE_IDS'],
];

/** Takes the rows of one file that is no order log, and accounts for each. */
export class TableIntake implements RowTaker {
  /** All of the file was read to understand it: nothing in it can come as a surprise. */
  readonly unsettled = false;
  readonly #rows: TableRows;
  readonly #account: FileAccount;
  readonly #header: readonly string[];
  readonly #lastNeeded: number;
  readonly #customer: number | null;
  readonly #customersBefore: number;

  constructor(understanding: Understanding, rows: TableRows, account: FileAccount) {
    this.#rows = rows;
    this.#account = account;
    this.#header = understanding.columns.map(({ name }) => name);
    const mapping = understanding.table?.mapping ?? {};
    const needed = understanding.table?.kind === 'survival-table' ? [mapping.period ?? 0] : [];
    this.#lastNeeded = Math.max(0, ...Object.values(mapping), ...needed);
    this.#customer = mapping.customer ?? null;
    this.#customersBefore = rows.customers;
    rows.begin(understanding);
  }

  takeFault(code: RejectionCode, line: number, lastLine: number, text: string): void {
    this.#account.rows++;
    this.#account.reject(code, () => ({ line, lastLine, column: null, text }), null);
  }

  warn(code: WarningCode, line: number, text: string): void {
    this.#account.warn(code, line, () => text);
  }

  take(cells: Cells, line: number, lastLine: number): void {
    const account = this.#account;
    account.rows++;
    if (isBlankRow(cells)) {
      account.blank++;
      return;
    }
    const reject = (code: RejectionCode, column: number | null) => {
      const text = column === null ? cells.lineText() : cells.text(column).slice(0, 200);
      account.reject(code, () => ({ line, lastLine, column, text }), null);
    };
    const misshapen = this.#misshapen(cells);
    if (misshapen) {
      reject(misshapen.code, misshapen.column);
      return;
    }
    const fault = this.#rows.take(cells, line);
    if (fault) {
      reject(fault.code, fault.column);
      return;
    }
    account.accepted++;
    for (const remark of this.#rows.remarks) account.warn(remark, line, () => cells.lineText());
    if (cells.count < this.#header.length)
      account.warn('ROW_SHORT_OPTIONAL', line, () => cells.lineText());
    if (this.#customer !== null) this.#remarkOnId(cells.text(this.#customer), line);
  }

  /** All rows were seen: those that do not fit the others are taken back. */
  finish(): void {
    const account = this.#account;
    for (const { code, column, line, text } of this.#rows.settle()) {
      account.accepted--;
      account.reject(code, () => ({ line, lastLine: line, column, text }), null);
    }
    account.customers = this.#rows.customers - this.#customersBefore;
  }

  #misshapen(cells: Cells): { code: RejectionCode; column: number | null } | null {
    const width = this.#header.length;
    for (let column = width; column < cells.count; column++)
      if (!cells.isBlank(column)) return { code: 'ROW_TOO_LONG', column };
    if (cells.count <= this.#lastNeeded) return { code: 'ROW_TOO_SHORT', column: cells.count };
    const repeated =
      cells.count === width && this.#header.every((name, at) => cells.text(at).trim() === name);
    return repeated ? { code: 'HEADER_REPEATED', column: null } : null;
  }

  #remarkOnId(text: string, line: number): void {
    const { remarks } = readCustomerId(text);
    if (remarks === 0) return;
    for (const [bit, code] of ID_WARNINGS)
      if (remarks & bit) this.#account.warn(code, line, () => text);
  }
}

function isBlankRow(cells: Cells): boolean {
  for (let column = 0; column < cells.count; column++) if (!cells.isBlank(column)) return false;
  return true;
}
