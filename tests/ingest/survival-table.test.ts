import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sbgOfTable } from '../../src/analysis/survival/survival-table';
import { realFile } from '../analysis/models/read-log';
import { onRealFile } from '../analysis/models/real-file';
import { accountedFor, csv, importTable, understood } from './table-files';

onRealFile('sbg_survival.csv', 'the published table of two plans', () => {
  test('gives the published parameters on seven renewals', async () => {
    const file = new File([readFileSync(realFile('sbg_survival.csv'))], 'sbg_survival.csv');
    const { content, report } = await importTable('survival-table', file);
    expect(report).toMatchObject({ rows: 13, accepted: 13, customers: 2 });
    const [regular, highEnd] = sbgOfTable(content.table, { renewals: 7 }).map(({ fit }) => fit);
    if (regular.kind !== 'fit' || highEnd.kind !== 'fit') throw new Error('no fit');
    expect(regular.params.alpha).toBeCloseTo(0.704, 3);
    expect(regular.params.beta).toBeCloseTo(1.182, 3);
    expect(highEnd.params.alpha).toBeCloseTo(0.668, 3);
    expect(highEnd.params.beta).toBeCloseTo(3.806, 3);
  });
});

test('periods may stand in any order; a cohort may be shorter', async () => {
  const file = csv('month;old;new', '2;40;', '0;100;80', '1;60;70');
  const { content } = await importTable('survival-table', file, {
    kind: 'survival-table',
    alive: 'count',
  });
  expect(content.table.cohorts).toEqual([
    { name: 'old', alive: [100, 60, 40] },
    { name: 'new', alive: [80, 70] },
  ]);
});

test('shares that begin with the first renewal begin with everyone', async () => {
  const file = csv('period,share', '1,63.1%', '2,46.8%');
  const { content } = await importTable('survival-table', file);
  expect(content.table.cohorts[0].alive).toEqual([1, 0.631, 0.468]);
});

test('a hundred may be customers or percent, and is asked', async () => {
  const { questions } = await understood(csv('period,alive', '0,100', '1,63', '2,47'));
  expect(questions.map(({ code }) => code)).toEqual(['ALIVE_SCALE_UNKNOWN']);
});

test('nobody comes back, and no period is left out', async () => {
  const file = csv('period,n_alive', '0,500', '1,300', '2,310', 'x,200', '3,250', '2,290', '4,-1');
  const { content, report } = await importTable('survival-table', file, { kind: 'survival-table' });
  expect(report.entries.map(({ line, code }) => [line, code])).toEqual([
    [5, 'PERIOD_INVALID'],
    [8, 'ALIVE_INVALID'],
    [4, 'ALIVE_RISES'],
  ]);
  expect(content.table.cohorts[0].alive).toEqual([500, 300, 290, 250]);
  expect(accountedFor(report)).toBe(report.rows);
});
