import { expect, test } from 'vitest';
import { accountedFor, csv, importTable, understood } from './table-files';

test('groups weigh as many customers as they count', async () => {
  const file = csv('x,t_x_days,T_days,customers,mean_repeat_spend', '0,0,90,12,', '2,30,90,3,20.5');
  const { content, report } = await importTable('grouped-summary', file);
  expect([...(content.summary.weight ?? [])]).toEqual([12, 3]);
  expect(report.customers).toBe(15);
  expect(report.warnings.map(({ code }) => code)).toEqual(['GROUP_MEANS']);
});

test('mean spend may be absent', async () => {
  const { content } = await importTable(
    'grouped-summary',
    csv('x,t_x_days,T_days,count', '2,30,90,3'),
  );
  expect(content.summary).toMatchObject({ m: null, net: null });
});

test('a column of ids makes it a customer summary', async () => {
  const { table } = await understood(csv('customer,x,t_x,T,count', '1,2,30,90,3'));
  expect(table?.kind).toBe('customer-summary');
});

test('a group of nobody, or of half a customer, is no group', async () => {
  const file = csv('x,t_x_days,T_days,count', '2,30,90,3', '2,30,91,0', '2,30,92,1.5', '2,30,93,');
  const { report } = await importTable('grouped-summary', file);
  expect(report.entries.map(({ line, code }) => [line, code])).toEqual([
    [3, 'COUNT_INVALID'],
    [4, 'COUNT_INVALID'],
    [5, 'COUNT_INVALID'],
  ]);
  expect(accountedFor(report)).toBe(report.rows);
});
