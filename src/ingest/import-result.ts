import type { Texts } from '../analysis/texts';
import type { Transactions } from '../analysis/transactions';
import type { DateOrder, DecimalSign } from './choices';
import type { FileProblem } from './problem';
import type { TableContent } from './table-content';
import type { TableReading } from './table-reading';
import type { IdentityKind, Mapping } from './roles';
import type { Encoding, LayoutId, Understanding, ValueCount, Warning } from './understanding';

/** Why a row could not be read. Where several apply, the first of this list is the one reported. */
export const REJECTION_CODES = [
  'ENCODING_INVALID',
  'CONTROL_CHARACTER',
  'QUOTE_MALFORMED',
  'HEADER_REPEATED',
  'ROW_TOO_LONG',
  'ROW_TOO_SHORT',
  'CELL_TOO_LONG',
  'CUSTOMER_EMPTY',
  'DATE_EMPTY',
  'DATE_INVALID',
  'DATE_OUT_OF_RANGE',
  'DATE_FUTURE',
  'AMOUNT_EMPTY',
  'AMOUNT_INVALID',
  'AMOUNT_NOT_FINITE',
  'AMOUNT_OUT_OF_RANGE',
  'CURRENCY_EXCLUDED',
  'CUSTOMER_DUPLICATE',
  'COUNT_INVALID',
  'PURCHASES_INVALID',
  'TIME_INVALID',
  'TIME_NEGATIVE',
  'LAST_BEFORE_FIRST',
  'TIME_BEYOND_END',
  'PURCHASES_WITHOUT_TIME',
  'EVENT_INVALID',
  'PERIOD_INVALID',
  'ALIVE_INVALID',
  'ALIVE_RISES',
] as const;

/** Why a readable row is left out by a rule. */
export const EXCLUSION_CODES = [
  'STATUS_EXCLUDED',
  'NOT_A_SALE',
  'LINE_ITEM',
  'ORDER_TOTAL_REPEATED',
  'DUPLICATE_ROW',
] as const;

export type RejectionCode = (typeof REJECTION_CODES)[number];
export type ExclusionCode = (typeof EXCLUSION_CODES)[number];

/** One row that did not come in. */
export interface RowEntry {
  /** Physical line on which the record starts, header included. */
  line: number;
  /** Last physical line of the record, where it spans several. */
  lastLine: number;
  code: RejectionCode | ExclusionCode;
  /** Column at fault, counted from 0, where one is. */
  column: number | null;
  /** The cell at fault, or the start of the record, at most 200 characters; hostile text is possible. */
  text: string;
  /** Money the row held, as an exact decimal, where it could be read. */
  amount: string | null;
}

/** Every row of one file accounted for: rows = accepted + excluded + rejected + blank. */
export interface FileReport {
  file: string;
  bytes: number;
  encoding: Encoding;
  delimiter: string;
  headerLine: number | null;
  layout: LayoutId;
  mapping: Mapping;
  /** Names of the mapped columns, '' without a header. */
  columnNames: string[];
  identity: IdentityKind;
  /** Order of day and month that was applied; null where no date needed one. */
  dateOrder: DateOrder | null;
  /** Decimal sign that was applied to the amount; null where no amount needed one. */
  decimal: DecimalSign | null;
  rows: number;
  accepted: number;
  blank: number;
  excluded: Partial<Record<ExclusionCode, number>>;
  rejected: Partial<Record<RejectionCode, number>>;
  /** Money that the rows left out held, by reason, where it could be read: exact decimals. */
  leftOut: Partial<Record<RejectionCode | ExclusionCode, string>>;
  /** The first 1,000 rows that did not come in, in file order. */
  entries: RowEntry[];
  warnings: Warning[];
  statuses: (ValueCount & { excluded: boolean })[];
  currencies: ValueCount[];
  /** What the file is if not an order log, and how it was read; absent for orders. */
  table?: TableReading;
  /** Net revenue of the accepted rows: exact decimal, with as many places as the data have; '' unknown. */
  revenue: string;
  /** Customers with an accepted row in this file. */
  customers: number;
  /** ISO dates of the first and the last accepted row; null without one. */
  firstDate: string | null;
  lastDate: string | null;
}

export interface Imported {
  kind: 'imported';
  transactions: Transactions;
  /** Id of each customer, in the form in which it is told apart (trimmed, NFC); indexed by `customer`. */
  customerIds: Texts;
  /** Code of the one currency of the amounts; null where the files name none. */
  currency: string | null;
  reports: FileReport[];
}

/** Something only came to light further down in a file: ask again, with this understanding. */
export interface NeedsAnswer {
  kind: 'question';
  /** Which of the given files. */
  fileIndex: number;
  understanding: Understanding;
}

export interface Refused {
  kind: 'problem';
  problem: FileProblem;
  fileIndex: number;
  /** What was found in the refused file, where it was read to its end. */
  report: FileReport | null;
}

/** Data that are no order log, put into one dataset. */
export interface ImportedTable {
  kind: 'imported-table';
  content: TableContent;
  currency: string | null;
  reports: FileReport[];
}

export type ImportResult = Imported | NeedsAnswer | Refused;

/** Running state of an import, for the progress bar. */
export interface ReadProgress {
  bytes: number;
  totalBytes: number;
  rows: number;
}
