import type { CustomerSummary } from '../analysis/customer-summary';
import type { Durations } from '../analysis/survival/durations';
import type { SurvivalTable } from '../analysis/survival/survival-table';

/** What the rows of a table come to. */
export type TableContent =
  /** Entry i of the summary is the customer `customerIds[i]`. */
  | { kind: 'customer-summary'; summary: CustomerSummary; customerIds: string[] }
  | { kind: 'grouped-summary'; summary: CustomerSummary }
  | { kind: 'durations'; durations: Durations }
  | { kind: 'survival-table'; table: SurvivalTable };
