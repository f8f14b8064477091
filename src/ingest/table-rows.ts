import { Amount, amountFault, readAmount, type AmountFault } from './amount';
import type { Cells } from './cells';
import type { DecimalSign } from './choices';
import type { RejectionCode } from './import-result';
import type { TableContent } from './table-content';
import type { Understanding } from './understanding';

/** Why a row of a table does not come in, and the column at fault. */
export interface RowFault {
  code: RejectionCode;
  column: number | null;
}

/** Something about a row that is told and keeps it from nothing. */
export type RowRemark = 'MEAN_NOT_POSITIVE' | 'ORDERS_AS_OCCASIONS' | 'GROUP_MEANS';

/** The rows of one kind of table, over all files of a dataset. */
export interface TableRows {
  /** Makes ready for the rows of a file with these columns. */
  begin(understanding: Understanding): void;
  /** Takes one row, or says why not. */
  take(cells: Cells, line: number): RowFault | null;
  /** What is remarkable about the row taken last. */
  readonly remarks: readonly RowRemark[];
  /** Customers (subjects) that came in so far. */
  readonly customers: number;
  /** Rows that turned out not to fit the others once all were seen; they have been counted as taken. */
  settle(): (RowFault & { line: number; text: string })[];
  finish(): TableContent;
}

const amount = new Amount();

/** Reads the numbers of one file under the decimal sign of each column. */
export class NumberCells {
  readonly #signs = new Map<number, DecimalSign | null>();

  constructor({ numbers }: Understanding) {
    for (const { column, decimal } of numbers) this.#signs.set(column, decimal);
  }

  /** The number in a cell, or its fault. */
  read(cells: Cells, column: number): number | AmountFault {
    cells.amount(column, amount);
    return this.#value(column);
  }

  /** The same of a text that was taken out of a cell of the column. */
  readText(text: string, column: number): number | AmountFault {
    readAmount(text, amount);
    return this.#value(column);
  }

  #value(column: number): number | AmountFault {
    const decimal = this.#signs.get(column) ?? null;
    const fault = amountFault(amount, decimal);
    if (fault) return fault;
    const scale = amount.scaleUnder(decimal) ?? 0;
    return amount.exact === null
      ? amount.mantissa / 10 ** scale
      : Number(`${amount.exact}e-${scale}`);
  }
}
