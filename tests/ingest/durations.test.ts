import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { survivalOfDurations } from '../../src/analysis/survival/durations';
import { realFile } from '../analysis/models/read-log';
import { onRealFile } from '../analysis/models/real-file';
import { accountedFor, csv, importTable, understood } from './table-files';

const real = (name: string) => new File([readFileSync(realFile(name))], name);

describe('lifetimes are recognised by a duration and an end', () => {
  test.each([
    'T,E,group',
    'time,cens,plan',
    'tenure,Churn,gender',
    'Dauer,Ereignis,Tarif',
    'looptijd,opgezegd,abonnement',
    'thời lượng,sự kiện,kênh',
  ])('%s', async (header) => {
    const { table, attributes } = await understood(csv(header, '6,1,a', '9.5,0,b'));
    expect(table?.kind).toBe('durations');
    expect(attributes).toEqual([2]);
  });

  test('where the column says who is still there, the other value is the end', async () => {
    const { table } = await understood(csv('time,active', '6,1', '9,0', '8,0'));
    expect(table?.ended).toEqual({ means: 'zero', ones: 1, zeros: 2 });
  });
});

test('which value means the end can be turned round', async () => {
  const file = csv('time,status', '6,yes', '9,no', '7,True', '8,0');
  const ended = async (choices: Parameters<typeof importTable>[2]) => [
    ...(await importTable('durations', file, choices)).content.durations.ended,
  ];
  expect(await ended({})).toEqual([1, 0, 1, 0]);
  expect(await ended({ ended: 'zero' })).toEqual([0, 1, 0, 1]);
});

test('bad rows are rejected with line and reason', async () => {
  const file = csv(
    'T,E,group',
    '6,1,a',
    '-1,1,a',
    'long,1,a',
    ',1,a',
    '7,maybe,a',
    '7,2,b',
    '7,0,b',
    '',
  );
  const { content, report } = await importTable('durations', file);
  expect(report.entries.map(({ line, code, text }) => [line, code, text])).toEqual([
    [3, 'TIME_NEGATIVE', '-1'],
    [4, 'TIME_INVALID', 'long'],
    [5, 'TIME_INVALID', ''],
    [6, 'EVENT_INVALID', 'maybe'],
    [7, 'EVENT_INVALID', '2'],
  ]);
  expect(accountedFor(report)).toBe(report.rows);
  expect(content.durations.attributes).toEqual([
    { name: 'group', values: ['a', 'b'], code: Uint32Array.of(0, 1) },
  ]);
});

onRealFile('survival_waltons.csv', 'the waltons lifetimes', () => {
  test('have the published median of 56, and groups that differ', async () => {
    const { content, report } = await importTable('durations', real('survival_waltons.csv'));
    expect(report).toMatchObject({ rows: 163, accepted: 163 });
    const { all, logRank } = survivalOfDurations(content.durations, 0);
    expect(all.curve.median).toBe(56);
    expect(logRank?.pValue).toBeLessThan(1e-9);
  });
});

onRealFile('survival_gbsg2.csv', 'the GBSG2 lifetimes', () => {
  test('have the published median of 1,807', async () => {
    const { content } = await importTable('durations', real('survival_gbsg2.csv'));
    expect(survivalOfDurations(content.durations).all.curve.median).toBe(1807);
    expect(content.durations.attributes.map(({ name }) => name)).toContain('horTh');
  });
});
