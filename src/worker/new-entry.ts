import { isoDate } from '../analysis/calendar';
import { dayRange } from '../analysis/orders';
import type { DatasetColumns } from './dataset-columns';
import type { DatasetEntry, DatasetSource } from './contract/datasets';
import { DEFAULT_SETTINGS } from './contract/settings';

/** The list entry of a dataset that has just been imported or simulated. */
export function newEntry(
  name: string,
  currency: string | null,
  source: DatasetSource,
  { transactions }: DatasetColumns,
): DatasetEntry {
  const { first, last } = dayRange(transactions);
  return {
    id: crypto.randomUUID(),
    name,
    createdAt: new Date().toISOString(),
    source,
    rows: transactions.rowCount,
    customers: transactions.customerCount,
    currency,
    firstDate: isoDate(first),
    lastDate: isoDate(last),
    settings: DEFAULT_SETTINGS,
  };
}
