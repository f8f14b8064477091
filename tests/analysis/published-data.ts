import { existsSync, readFileSync } from 'node:fs';
import type { Transactions } from '../../src/analysis/transactions';
import { ledger, simpleLedger } from './ledger';

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

const GROCERIES = '../shared/data/completejourney_sample.csv';

/** Whether the groceries sample lies beside the repository; tests on it skip where it does not. */
export const groceriesAbsent = !existsSync(GROCERIES);

/** A year of groceries, 75,000 lines of 47,243 baskets, with basket ids. */
export function groceries(): Transactions {
  const lines = readFileSync(GROCERIES, 'utf8').trim().split(/\r?\n/).slice(1);
  return ledger(
    lines.map((line) => {
      const cells = line.split(',');
      return {
        customer: cells[0],
        order: cells[2],
        amount: Number(cells[5]),
        date: cells[10].slice(0, 10),
      };
    }),
  );
}
