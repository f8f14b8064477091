import { type Cell, csvRecord } from './safe-csv';

/** Records per piece of text, so that a million customers need no string of their whole. */
const BATCH = 10_000;

/** A list as CSV: UTF-8 with its mark, CRLF, formula-safe. */
export function listCsv(columns: readonly string[], records: Iterable<readonly Cell[]>): Blob {
  const pieces = ['\uFEFF', csvRecord(columns)];
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
