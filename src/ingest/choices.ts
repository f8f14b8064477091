import type { TimeUnit } from '../analysis/time-unit';
import type { DataKind } from './data-kind';
import type { Deductible, Role } from './roles';
import type { TableRole } from './table-roles';

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
  /** What one row is, where it was not recognised as meant. */
  kind?: DataKind;
  /** Columns of the roles of a table that is no order log; null says that no column plays it. */
  tableColumns?: Partial<Record<TableRole, number | null>>;
  /** Unit of the times of a summary. */
  timeUnit?: TimeUnit;
  /** What the mean spend of a summary is the mean of. */
  meanOf?: 'repeats' | 'all';
  /** Where a column called recency is measured from: up to the last purchase, or from it to the end. */
  recency?: 'since-first' | 'before-end';
  /** Last day observed (ISO), for a summary of first and last dates. */
  observationEnd?: string;
  /** What a survival table counts in: hundredths or customers. */
  alive?: 'percent' | 'count';
  /** Which cells of the event column mean that it ended: 1 (true, yes), or 0 (false, no). */
  ended?: 'one' | 'zero';
}
