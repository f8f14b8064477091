import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { warehouseSql } from '../../../src/pages/data/warehouse-sql';
import { dayOf, histories, readLog, realFile } from '../../analysis/models/read-log';
import { onRealFile } from '../../analysis/models/real-file';
import { warehouse } from './warehouse';

const ORDERS =
  'CREATE TABLE orders (customer_id VARCHAR, order_id VARCHAR, ordered_at TIMESTAMP, amount DOUBLE)';

interface Row {
  customer_id: string;
  x: bigint;
  t_x_days: bigint;
  t_days: bigint;
  mean_repeat_spend: number | null;
  orders: bigint;
  revenue: number;
}

async function summary(...values: string[]): Promise<Row[]> {
  const connection = await warehouse(ORDERS, `INSERT INTO orders VALUES ${values.join(', ')}`);
  const table = connection.query(warehouseSql('customer-summary', 'postgresql'));
  const rows: unknown[] = table.toArray();
  return rows as Row[];
}

test(
  'a day is one occasion, refunds make none, the first is not in the mean',
  { timeout: 60_000 },
  async () => {
    const rows = await summary(
      "('ann', '1', '2024-01-05 10:00', 10)",
      "('ann', '2', '2024-01-05 18:00', 20)",
      "('ann', '3', '2024-02-05 12:00', 30)",
      "('bob', '4', '2024-02-06 12:00', 30)",
      "('bob', '4', '2024-02-09 12:00', -5)",
      "(NULL, '5', '2024-02-06 12:00', 5)",
    );
    const told = rows.map((row) => [
      row.customer_id,
      ...[row.x, row.t_x_days, row.t_days, row.orders].map(Number),
      row.mean_repeat_spend,
      row.revenue,
    ]);
    expect(told.sort()).toEqual([
      ['ann', 1, 31, 35, 3, 30, 60],
      ['bob', 0, 0, 3, 1, null, 25],
    ]);
  },
);

onRealFile('cdnow_sample.csv', 'the query of the page, run on CDNOW', () => {
  const log = readFileSync(realFile('cdnow_sample.csv'), 'utf8').trim().split('\n').slice(1);

  test('gives x, t_x, T and m as the order log does', { timeout: 60_000 }, async () => {
    const values = log
      .map((line) => line.trim().split(','))
      .filter(([, date]) => date <= '1997-09-30')
      .map(([id, date, , amount]) => `('${id}', '${date}', '${date}', ${amount})`);
    const rows = (await summary(...values)).sort((a, b) =>
      a.customer_id < b.customer_id ? -1 : 1,
    );
    const { ids, history, spend } = histories(
      readLog(realFile('cdnow_sample.csv')),
      dayOf('1997-09-30'),
    );
    expect(rows.map((row) => row.customer_id)).toEqual(ids);
    expect(rows.map((row) => Number(row.x))).toEqual([...history.x]);
    expect(rows.map((row) => Number(row.t_x_days))).toEqual([...history.tx]);
    expect(rows.map((row) => Number(row.t_days))).toEqual([...history.T]);
    rows.forEach((row, i) => expect(row.mean_repeat_spend ?? 0).toBeCloseTo(spend.m[i], 9));
  });
});
