import { existsSync, readFileSync } from 'node:fs';
import type { Transactions } from '../../src/analysis/transactions';
import { simpleLedger } from './ledger';

const CDNOW = '../shared/data/cdnow_sample.csv';

/** Whether the CDNOW sample lies beside the repository; tests on it skip where it does not. */
export const cdnowAbsent = !existsSync(CDNOW);

/** The CDNOW sample: one cohort of a CD shop, 2,357 customers from 1997-01-01 to 1998-06-30. */
export function cdnow(): Transactions {
  const lines = readFileSync(CDNOW, 'utf8').trim().split(/\r?\n/).slice(1);
  return simpleLedger(
    lines.map((line) => {
      const [customer, date, , amount] = line.split(',');
      return [customer, date, Number(amount)];
    }),
  );
}
