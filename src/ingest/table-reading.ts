import type { TimeUnit } from '../analysis/time-unit';
import type { TableKind } from './data-kind';
import type { TableMapping, TableRole } from './table-roles';

/** Why something holds: the header says so, the cells prove it, the person decided; or it is still open. */
export type Basis = 'named' | 'proven' | 'chosen' | 'open';

/** Something about a table that has to be known, with why it is taken so; null where it is of no concern. */
export type Decided<T> =
  { value: T; basis: Exclude<Basis, 'open'> } | { value: null; basis: 'open' };

/** How a file that is no order log is read. */
export interface TableReading {
  kind: TableKind;
  mapping: TableMapping;
  /** Roles without which nothing can be imported and that no column plays: the person must map them. */
  missing: TableRole[];
  /** Unit of t_x and T. */
  timeUnit: Decided<TimeUnit> | null;
  /** What the mean spend is the mean of; `named` too where it is worked out from all revenue. */
  meanOf: Decided<'repeats' | 'all'> | null;
  /** Where recency is measured from. */
  recency: Decided<'since-first' | 'before-end'> | null;
  /** Last day observed, ISO. */
  observationEnd: Decided<string> | null;
  /** Last day of a last order in the file, ISO: the observation ends then or later. */
  latest: string | null;
  /** Which event cells mean that a lifetime ended, and how many rows say either. */
  ended: { means: 'one' | 'zero'; ones: number; zeros: number } | null;
  /** What the columns of a survival table count in. */
  alive: Decided<'percent' | 'count'> | null;
}

/** Something of a table's reading is still to be decided or mapped. */
export function isOpen(table: TableReading): boolean {
  const { timeUnit, meanOf, recency, observationEnd, alive } = table;
  return (
    table.missing.length > 0 ||
    [timeUnit, meanOf, recency, observationEnd, alive].some((one) => one?.basis === 'open')
  );
}
