import type { Deductible, Role } from './roles';

export type DecimalSign = '.' | ',';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * Everything the person decided about one file: corrections of the mapping and answers to questions.
 * An absent field leaves the decision to the data. Every field is plain data, so that choices can be
 * stored under a header fingerprint and given again to next month's file.
 */
export interface Choices {
  /** Column of a role; null says that no column plays it. Roles not listed keep the guess. */
  columns?: Partial<Record<Role, number | null>>;
  /** Columns kept as descriptions (channel, country, plan); replaces the guess as a whole. */
  attributes?: number[];
  /** False: the file has no header row and its first line is data. True: its first line is the header. */
  header?: boolean;
  /** Physical line of the header row, counted from 1. */
  headerLine?: number;
  delimiter?: string;
  /** Decimal sign of every money column; cells that do not fit it are rejected. */
  decimal?: DecimalSign;
  /** Order of day and month in dates such as 05/01/2024; dates that do not fit it are rejected. */
  dateOrder?: DateOrder;
  /** The one currency to keep (code as listed in `Understanding.currencies`); the rest is excluded. */
  currency?: string;
  /** Rows of one order: each line's amount counts, or each order's amount counts once. */
  orderTotals?: 'once' | 'each';
  /** Leave out rows whose whole line repeats an earlier one. */
  dropDuplicates?: boolean;
  /** Statuses to leave out, as listed in `Understanding.statuses`; replaces the default list. */
  excludedStatuses?: string[];
  /** Money columns that the amount still contains and that are taken off it. */
  deduct?: Deductible[];
  /** IANA zone into which times with an offset are moved before their date is taken; null or absent: as written. */
  zone?: string | null;
  /** Treat ids that differ only in case or in a trailing `.0` as one customer. */
  mergeIdVariants?: boolean;
}
