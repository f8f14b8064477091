import { type Cell, csvRecord } from './safe-csv';

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

/** Records per piece of text, so that a million customers need no string of their whole. */
const BATCH = 10_000;

/** The customer table as CSV: UTF-8 with its mark, CRLF, formula-safe. */
export function customerCsv(records: Iterable<CustomerRecord>): Blob {
  const pieces = ['\uFEFF', csvRecord(CUSTOMER_COLUMNS)];
  let batch = '';
  let inBatch = 0;
  for (const record of records) {
    batch += csvRecord(record);
    if (++inBatch === BATCH) {
      pieces.push(batch);
      batch = '';
      inBatch = 0;
    }
  }
  pieces.push(batch);
  return new Blob(pieces, { type: 'text/csv;charset=utf-8' });
}
