import { listCsv } from './list-csv';
import type { Cell } from './safe-csv';

/** Columns of the customer table in the file, in order; the names are stable. */
export const CUSTOMER_COLUMNS = [
  'customer',
  'first',
  'last',
  'orders',
  'x',
  't_x',
  'T',
  'm',
  'net',
  'R',
  'F',
  'M',
  'R score',
  'F score',
  'M score',
  'segment',
  'P(alive)',
  'expected purchases',
  'CLV',
] as const;

/** One customer's values, in the order of `CUSTOMER_COLUMNS`. */
export type CustomerRecord = readonly Cell[];

/** The customer table as CSV. */
export function customerCsv(records: Iterable<CustomerRecord>): Blob {
  return listCsv(CUSTOMER_COLUMNS, records);
}
