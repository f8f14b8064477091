import type { Deductible, IdentityKind, Role } from '../roles';
import type { LayoutId } from '../understanding';

/** Rows that are no sale, told by what a column holds. */
export interface DropRule {
  column: ColumnName;
  /** Rows whose trimmed cell matches are left out and counted. */
  pattern: RegExp;
  reason: 'STATUS_EXCLUDED' | 'NOT_A_SALE';
}

/** A column, by the key of its name (see `nameKey`), or by a pattern of the name as it is written. */
export type ColumnName = string | RegExp;

/** What is known of the files of one source. */
export interface Layout {
  id: Exclude<LayoutId, 'generic'>;
  /** The header is of this source when it holds all of these... */
  all: readonly ColumnName[];
  /** ...and, where given, at least one of these. */
  any?: readonly ColumnName[];
  /** Column of each role, best first; roles not listed are left to the general names. */
  columns: Partial<Record<Role, readonly ColumnName[]>>;
  /** Roles that the general names must not fill here. */
  never?: readonly Role[];
  /** What kind of key the customer column is, best first as in `columns.customer`. */
  identity?: readonly IdentityKind[];
  /** Money columns that the amount still contains. */
  deduct: readonly Deductible[];
  /** An order's further lines leave the amount blank: they carry items only. */
  itemRows?: boolean;
  /** The amount is the order's, and some exports repeat it on every line of the order. */
  orderAmount?: boolean;
  /** The amount is a line's: adding up is right even where lines repeat. */
  lineAmount?: boolean;
  /** Fees are written as negative numbers: what a sale costs reads -3.20. */
  negativeFees?: boolean;
  /** A refunded sale keeps its row, and the refund has a row of its own. */
  refundHasRow?: boolean;
  drop?: readonly DropRule[];
  /**
   * The customer column names who paid. On rows of which `type` matches, the shop paid, and the customer stands in
   * `column`.
   */
  paidBackTo?: { column: ColumnName; type: ColumnName; pattern: RegExp };
}
