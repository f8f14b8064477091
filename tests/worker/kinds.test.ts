import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayOf, histories, readLog, realFile } from '../analysis/models/read-log';
import { entry as reference } from '../analysis/models/reference';
import { onRealFile } from '../analysis/models/real-file';
import { inspect } from '../../src/ingest/inspect';
import { readRows } from '../../src/ingest/read-rows';
import { csv, importTable } from '../ingest/table-files';
import {
  type DatasetContent,
  factsOf,
  fromColumns,
  toColumns,
} from '../../src/worker/dataset-columns';
import { newEntry } from '../../src/worker/new-entry';
import { DEFAULT_SETTINGS } from '../../src/worker/contract/settings';
import { Workspace } from '../../src/worker/workspace';

const END = '1997-09-30';
const SETTINGS = { ...DEFAULT_SETTINGS, observationEnd: END };
const CDNOW = 'cdnow_sample.csv';

function opened(content: DatasetContent): Workspace {
  const source = { kind: 'files' as const, reports: [] };
  // As after a reload: through the columns that are stored.
  const stored = fromColumns(toColumns(content), factsOf(content));
  return new Workspace(newEntry('CDNOW', null, source, content), stored);
}

/** The log as a warehouse would sum it up, customers in the log's order. */
function summaryRows() {
  const { ids, history, spend } = histories(readLog(realFile(CDNOW)), dayOf(END));
  return ids.map((id, i) => ({
    id,
    x: history.x[i],
    tx: history.tx[i],
    T: history.T[i],
    m: history.x[i] > 0 ? spend.m[i] : null,
  }));
}

async function orderLog(): Promise<Workspace> {
  const file = new File([readFileSync(realFile(CDNOW))], CDNOW);
  const understanding = await inspect(file);
  if (understanding.kind === 'problem') throw new Error(understanding.code);
  const result = await readRows([{ file, understanding, choices: {} }]);
  if (result.kind !== 'imported') throw new Error(result.kind);
  return opened({ ...result, kind: 'orders' });
}

async function customerSummary(): Promise<Workspace> {
  const lines = summaryRows().map(({ id, x, tx, T, m }) => [id, x, tx, T, m ?? ''].join(','));
  const file = csv('customer,x,t_x_days,T_days,mean_repeat_spend', ...lines);
  return opened((await importTable('customer-summary', file)).content);
}

/** Customers alike in x, t_x, T and, within 6%, in spend. */
async function groupedSummary(money: boolean): Promise<Workspace> {
  const groups = new Map<string, number[]>();
  for (const { x, tx, T, m } of summaryRows()) {
    const band = money && m !== null && m > 0 ? Math.floor(40 * Math.log10(m)) : '';
    const key = [x, tx, T, band].join();
    groups.set(key, [...(groups.get(key) ?? []), m ?? NaN]);
  }
  const lines = [...groups].map(([key, means]) => {
    const mean = means.reduce((sum, m) => sum + m, 0) / means.length;
    const [x, tx, T] = key.split(',');
    return [x, tx, T, means.length, ...(money ? [Number.isNaN(mean) ? '' : mean] : [])].join(',');
  });
  const header = `x,t_x_days,T_days,customers${money ? ',mean_repeat_spend' : ''}`;
  return opened((await importTable('grouped-summary', csv(header, ...lines))).content);
}

onRealFile(CDNOW, 'a summary is analysed like the log it was made from', () => {
  test(
    'a customer summary gives the same parameters and the same CLV',
    { timeout: 60_000 },
    async () => {
      const [log, summary] = [await orderLog(), await customerSummary()];
      const [fromLog, fromSummary] = [log.value(SETTINGS), summary.value(SETTINGS)];
      if (fromSummary.purchase.kind !== 'fit') throw new Error('no fit');
      const { params } = reference('bgnbd-cdnow-highprecision');
      for (const [name, value] of Object.entries(params))
        expect(fromSummary.purchase.params[name] / value).toBeCloseTo(1, 4);
      expect(fromSummary.purchase).toMatchObject({
        params: fromLog.purchase.kind === 'fit' ? fromLog.purchase.params : null,
      });
      expect(fromSummary.prediction?.total).toBeCloseTo(fromLog.prediction?.total ?? NaN, 6);
      expect(fromSummary.prediction?.percentiles).toHaveLength(101);
      fromSummary.prediction?.percentiles.forEach((value, at) =>
        expect(value).toBeCloseTo(fromLog.prediction?.percentiles[at] ?? NaN, 6),
      );
      expect(summary.modelStudies.comparison(SETTINGS)).toMatchObject({ split: null, test: null });
    },
  );

  test(
    'groups give the same purchase model to the bit of a million, and CLV within their bands',
    { timeout: 60_000 },
    async () => {
      const [log, groups] = [await orderLog(), await groupedSummary(true)];
      const [fromLog, fromGroups] = [log.value(SETTINGS), groups.value(SETTINGS)];
      if (fromLog.purchase.kind !== 'fit' || fromGroups.purchase.kind !== 'fit')
        throw new Error('no fit');
      for (const [name, value] of Object.entries(fromLog.purchase.params))
        expect(fromGroups.purchase.params[name] / value).toBeCloseTo(1, 6);
      expect(fromGroups.buyers).toBe(2357);
      expect(fromGroups.activity?.alive).toBeCloseTo(fromLog.activity?.alive ?? NaN, 2);
      const ratio = (fromGroups.prediction?.total ?? NaN) / (fromLog.prediction?.total ?? NaN);
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-3);
      expect(fromGroups.prediction?.withoutRepeat).toBe(fromLog.prediction?.withoutRepeat);
    },
  );

  test(
    'R and F scores are those of the log; M needs what each one brought',
    { timeout: 60_000 },
    async () => {
      const settings = { ...SETTINGS, scored: 'rf' as const };
      const [log, groups] = [await orderLog(), await groupedSummary(false)];
      const counts = (lines: { name: string; customers: number }[] | null | undefined) =>
        lines?.map(({ name, customers }) => [name, customers]);
      const told = groups.summary(settings);
      // Only occasions are in a summary without orders, and CDNOW has one order a day.
      expect(counts(told?.segments.segments)).toEqual(counts(log.segments(settings).segments));
      expect(told?.segments.bins.m).toBeNull();
      expect(groups.value(settings).prediction).toBeNull();
      expect(groups.value(settings).activity?.alive).toBeGreaterThan(1900);
      expect(
        groups.table(settings).page({
          search: '',
          segment: null,
          sort: 'customers',
          descending: true,
          offset: 0,
          limit: 1,
        }).rows[0],
      ).toMatchObject({ id: '', x: 0, clv: null, first: null });
    },
  );
});

describe('the value tells of which purchases the mean spend is', () => {
  const file = csv(
    'customer,x,t_x_days,T_days,m',
    'ann,2,30,90,5',
    'bob,1,20,80,7',
    'cem,0,0,70,6',
  );

  test.each([
    { meanOf: 'repeats', fitted: 2, left: 1 },
    { meanOf: 'all', fitted: 3, left: 0 },
  ] as const)('$meanOf: $fitted fitted, $left left out', async ({ meanOf, fitted, left }) => {
    const { content } = await importTable('customer-summary', file, { meanOf });
    expect(opened(content).value(DEFAULT_SETTINGS)).toMatchObject({
      meanOf,
      spend: { kind: 'fit', customers: fitted },
      unfitForSpend: left,
    });
  });
});

describe('what data cannot tell is null in the results file', () => {
  const results = async (workspace: Workspace) =>
    JSON.parse(await workspace.resultsFile(DEFAULT_SETTINGS).text()) as Record<string, unknown>;

  test('a summary has models, and no cohorts', async () => {
    const file = csv('customer,x,t_x_days,T_days', 'ann,2,30,90', 'bob,1,20,80', 'cem,0,0,70');
    const { content } = await importTable('customer-summary', file);
    const told = await results(opened(content));
    expect(told).toMatchObject({
      format: 'tenure-results',
      dataset: { kind: 'customer-summary', customers: 3, netRevenue: null, firstOrder: null },
      churn: null,
      retention: null,
      clv: null,
      validation: null,
    });
    expect(told['models']).toHaveProperty('bg-nbd');
  });

  test('lifetimes have survival, and nothing of orders', async () => {
    const { content } = await importTable('durations', csv('T,E', '1,1', '2,1', '3,0'));
    expect(await results(opened(content))).toMatchObject({
      dataset: { kind: 'durations', customers: 3 },
      overview: null,
      rfm: null,
      models: null,
      survival: [{ name: 'all', figures: { subjects: 3, events: 2, median: 2 } }],
    });
  });

  test('a survival table has a model for each cohort', async () => {
    const file = csv('period,pct_a', '0,100', '1,60', '2,45');
    const { content } = await importTable('survival-table', file);
    expect(await results(opened(content))).toMatchObject({
      dataset: { kind: 'survival-table', customers: 1 },
      survival: [{ name: 'pct_a', model: { params: {} } }],
    });
  });
});

test('a question about orders is an error of the caller where there are none', async () => {
  const { content } = await importTable('durations', csv('T,E', '1,1', '2,1', '3,0'));
  expect(() => opened(content).overview(DEFAULT_SETTINGS)).toThrow('no orders');
});
