import type { DateOrder, DecimalSign, Choices } from './choices';
import type { TableReading } from './table-reading';
import type { Deductible, IdentityKind, Mapping, Role } from './roles';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Who wrote the file, where the header gives it away. */
export type LayoutId =
  | 'generic'
  | 'shopify'
  | 'woocommerce-analytics'
  | 'woocommerce-orders'
  | 'stripe'
  | 'square'
  | 'paypal'
  | 'magento'
  | 'bigcommerce'
  | 'etsy'
  | 'uci-online-retail'
  | 'olist'
  | 'amazon';

export interface Column {
  /** Position, counted from 0. */
  index: number;
  /** Header text as written (trimmed), '' where the file has no header or the cell is blank. */
  name: string;
  /** The first few distinct values, as written. */
  examples: string[];
  /** Distinct values among the rows read so far, counted up to 1,000. */
  distinct: number;
  /** How the values look, whatever the header says. */
  content: 'date' | 'number' | 'text' | 'blank';
}

/** A cell of the person's own file, to show why something was decided or how it would read. */
export interface CellExample {
  line: number;
  column: number;
  text: string;
}

export interface Proof extends CellExample {
  /** The reading that this cell proves: `.`, `,`, `dmy`, `mdy` or `ymd`. */
  proves: DecimalSign | DateOrder;
}

export interface NumberReading {
  column: number;
  role: Role;
  /** null: no cell has a sign that could be read in two ways. */
  decimal: DecimalSign | null;
  basis: 'proven' | 'chosen' | 'unneeded' | 'open';
  proofs: Proof[];
}

export interface DateReading {
  column: number;
  role: 'date' | 'endDate';
  /** null: every date is written in a form that needs no order, such as 2024-01-05. */
  order: DateOrder | null;
  basis: 'proven' | 'chosen' | 'unneeded' | 'open';
  proofs: Proof[];
}

export type QuestionCode =
  | 'HEADER_MISSING'
  | 'HEADER_ROW_UNCERTAIN'
  | 'DUPLICATE_HEADER'
  | 'NUMBER_FORMAT_AMBIGUOUS'
  | 'NUMBER_FORMAT_CONFLICT'
  | 'DATE_ORDER_AMBIGUOUS'
  | 'DATE_ORDER_CONFLICT'
  | 'MIXED_CURRENCY'
  | 'ORDER_TOTAL_REPEATED'
  | 'TIME_UNIT_UNKNOWN'
  | 'MEAN_SPEND_UNKNOWN'
  | 'RECENCY_UNKNOWN'
  | 'OBSERVATION_END_UNKNOWN'
  | 'ALIVE_SCALE_UNKNOWN';

export interface QuestionOption {
  /** Stable value of the radio button: `dmy`, `,`, `EUR`, `4` (a line), `2` (a column), `once`, `week`, `false`. */
  value: string;
  /** What to merge into the file's choices when this option is taken. */
  choice: Choices;
  /** Rows that this option is about, where it is known. */
  count?: number;
  /** Cells and how each reads under this option (ISO date, plain decimal, days as `P12D`; null: not at all). */
  readings: (CellExample & { reads: string | null })[];
}

export interface Question {
  code: QuestionCode;
  /** Columns it is about; empty for the header questions. */
  columns: number[];
  /** The role in doubt, for DUPLICATE_HEADER. */
  role?: Role;
  options: QuestionOption[];
  /** Value of the option that the evidence leans to; never taken unasked. */
  suggested?: string;
  /** For a conflict: cells that prove either side. */
  proofs: Proof[];
}

export type WarningCode =
  | 'ENCODING_FALLBACK'
  | 'REPLACEMENT_CHARACTER'
  | 'ROW_SHORT_OPTIONAL'
  | 'CELL_HOLDS_ROWS'
  | 'ID_TRIMMED'
  | 'ID_NORMALISED'
  | 'ID_CASE_VARIANTS'
  | 'ID_NUMERIC_VARIANTS'
  | 'ID_INVISIBLE_CHARS'
  | 'PLACEHOLDER_ID'
  | 'FORMULA_LIKE_IDS'
  | 'NAME_AS_ID'
  | 'NEGATIVE_AMOUNTS'
  | 'ZERO_AMOUNTS'
  | 'AMOUNT_ROUNDED'
  | 'DUPLICATE_ROWS'
  | 'DUPLICATE_FILE'
  | 'TWO_DIGIT_YEAR'
  | 'EPOCH_DATES_UTC'
  | 'EXCEL_SERIAL_DATES'
  | 'END_DATE_INVALID'
  | 'REFERRER_UNKNOWN'
  | 'MEAN_NOT_POSITIVE'
  | 'ORDERS_AS_OCCASIONS'
  | 'GROUP_MEANS';

export interface Warning {
  code: WarningCode;
  /** Rows concerned; for the two ID_..._VARIANTS: ids concerned. */
  count: number;
  /** The first few. A warning about the file as a whole has none. */
  examples: { line: number; text: string }[];
}

export interface ValueCount {
  /** As shown and as used in choices: trimmed, statuses in lower case, currencies in upper case. */
  value: string;
  rows: number;
}

export interface StatusCount extends ValueCount {
  excluded: boolean;
}

export interface PreviewRow {
  line: number;
  cells: string[];
}

/** What was understood of a file before anything is imported: shown, corrected, confirmed. */
export interface Understanding {
  kind: 'understanding';
  file: string;
  bytes: number;
  encoding: Encoding;
  /** False: all bytes seen so far are ASCII, so that another encoding may still turn up further down. */
  encodingSettled: boolean;
  delimiter: string;
  /** Physical line of the header row; null where the first line is data. */
  headerLine: number | null;
  /** Last physical line before the data: end of the header record, or a `sep=` line, or 0. */
  dataAfterLine: number;
  columns: Column[];
  /** Same for two files with the same header, whatever their case and spacing. */
  fingerprint: string;
  layout: LayoutId;
  mapping: Mapping;
  attributes: number[];
  /** Roles without which nothing can be imported and that no column plays: the person must map them. */
  missing: Role[];
  /** The column customers are told apart by; null while it is missing. */
  identity: { column: number; kind: IdentityKind } | null;
  /** How the amount of a row comes about. */
  amountFrom: 'amount' | 'quantity-times-price';
  deduct: Deductible[];
  /** Orders with several rows: every row's amount counts, or the order's amount once; null: not in doubt. */
  orderTotals: 'once' | 'each' | null;
  numbers: NumberReading[];
  dates: DateReading[];
  /** Statuses met so far, most frequent first. */
  statuses: StatusCount[];
  /** Currencies met so far, most frequent first; '' counts rows that name none. */
  currencies: ValueCount[];
  /** Currency that the header of the amount names, as in `Amount (EUR)`; null without one. */
  headerCurrency: string | null;
  /** Open questions; importing waits until there is none. */
  questions: Question[];
  warnings: Warning[];
  preview: PreviewRow[];
  /** What the file is if not an order log; absent for orders. Mapping, identity and amounts are then empty. */
  table?: TableReading;
  /** Rows read to come to this understanding; `complete` when that was the whole file. */
  rowsRead: number;
  complete: boolean;
}
