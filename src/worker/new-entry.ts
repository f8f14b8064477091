import { isoDate } from '../analysis/calendar';
import { summarisedCustomers, type CustomerSummary } from '../analysis/customer-summary';
import { dayRange } from '../analysis/orders';
import type { DatasetContent } from './dataset-columns';
import type { DatasetEntry, DatasetSource } from './contract/datasets';
import { DEFAULT_SETTINGS } from './contract/settings';

/** Marks that turn around the text after them and are never seen: a file's name may hold them, a sentence must not. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The list entry of a dataset that has just been imported or simulated. */
export function newEntry(
  name: string,
  currency: string | null,
  source: DatasetSource,
  content: DatasetContent,
): DatasetEntry {
  return {
    id: crypto.randomUUID(),
    name: name.replace(TURNING, ''),
    kind: content.kind,
    createdAt: new Date().toISOString(),
    source,
    currency,
    ...extent(content),
    settings: DEFAULT_SETTINGS,
  };
}

type Extent = Pick<DatasetEntry, 'rows' | 'customers' | 'firstDate' | 'lastDate'>;

/** How much there is, and from when to when. */
function extent(content: DatasetContent): Extent {
  const undated = { firstDate: '', lastDate: '' };
  switch (content.kind) {
    case 'orders': {
      const { rowCount, customerCount } = content.transactions;
      const { first, last } = dayRange(content.transactions);
      return {
        rows: rowCount,
        customers: customerCount,
        firstDate: isoDate(first),
        lastDate: isoDate(last),
      };
    }
    case 'customer-summary':
    case 'grouped-summary':
      return {
        rows: content.summary.count,
        customers: summarisedCustomers(content.summary),
        ...(summaryDates(content.summary) ?? undated),
      };
    case 'durations': {
      const { length } = content.durations.duration;
      return { rows: length, customers: length, ...undated };
    }
    case 'survival-table': {
      const { cohorts } = content.table;
      const periods = Math.max(0, ...cohorts.map(({ alive }) => alive.length));
      return { rows: periods, customers: cohorts.length, ...undated };
    }
  }
}

/** First and last day with an order. */
function summaryDates({ tx, T, observationEnd }: CustomerSummary) {
  if (observationEnd === null) return null;
  const longest = T.reduce((most, time) => Math.max(most, time), 0);
  const latest = T.reduce((least, time, i) => Math.min(least, time - tx[i]), Infinity);
  return {
    firstDate: isoDate(Math.round(observationEnd - longest)),
    lastDate: isoDate(Math.round(observationEnd - latest)),
  };
}
