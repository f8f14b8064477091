import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/analysis/calendar';
import { importFile } from './import-file';

const FILE = new File(
  [
    `customer_id,order_date,amount
C1,2024-01-05T23:30:00Z,1.00
C2,2024-07-05T22:30:00Z,1.00
C3,2024-01-05T23:30:00-08:00,1.00
C4,2024-01-05 23:30:00,1.00
C5,2024-01-05,1.00
`,
  ],
  'instants.csv',
);

async function datesIn(zone: string | null) {
  const result = await importFile(FILE, zone === null ? {} : { zone });
  if (result.kind !== 'imported') throw new Error(result.kind);
  const { day, minute } = result.transactions;
  return [...day].map((one, row) => `${isoDate(one)} ${minute?.[row]}`);
}

describe('a zone for dates', () => {
  it('is used only when chosen, and only where the file names an instant', async () => {
    expect(await datesIn(null)).toEqual([
      '2024-01-05 1410',
      '2024-07-05 1350',
      '2024-01-05 1410',
      '2024-01-05 1410',
      '2024-01-05 -1',
    ]);
    expect(await datesIn('Europe/Amsterdam')).toEqual([
      '2024-01-06 30',
      '2024-07-06 30',
      '2024-01-06 510',
      '2024-01-05 1410',
      '2024-01-05 -1',
    ]);
  });
});
