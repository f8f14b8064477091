import type { DatasetEntry } from '../../worker/contract/datasets';

/** The data are customers (or groups of them) summarised elsewhere. */
export function isSummary({ kind }: DatasetEntry): boolean {
  return kind === 'customer-summary' || kind === 'grouped-summary';
}

/** The data are lifetimes or survivors, without any orders. */
export function isLifetimes({ kind }: DatasetEntry): boolean {
  return kind === 'durations' || kind === 'survival-table';
}
