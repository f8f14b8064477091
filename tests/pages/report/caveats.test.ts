import { expect, test } from 'vitest';
import { caveats } from '../../../src/pages/report/caveats';
import type { ChurnAnswer } from '../../../src/worker/contract/churn';
import type { DatasetEntry } from '../../../src/worker/contract/datasets';
import type { FileReport } from '../../../src/worker/contract/importing';
import type { OverviewAnswer } from '../../../src/worker/contract/overview';
import { DEFAULT_SETTINGS } from '../../../src/worker/contract/settings';

const REPORT = {
  file: 'orders.csv',
  rows: 1200,
  accepted: 1180,
  blank: 3,
  excluded: { STATUS_EXCLUDED: 12 },
  rejected: { DATE_INVALID: 5 },
  warnings: [],
} as unknown as FileReport;

function told(source: DatasetEntry['source']): string[] {
  const entry = { source } as DatasetEntry;
  const none = { overview: null, churn: null, value: null, models: null };
  return caveats({ entry, settings: DEFAULT_SETTINGS, ...none });
}

test('every row that did not come in is told with its reason', () => {
  const [sentence] = told({ kind: 'files', reports: [REPORT] });
  expect(sentence).toContain('1,180 of 1,200 rows');
  for (const count of ['(12)', '(5)', '(3)']) expect(sentence).toContain(count);
});

test('a file that came in whole is said to have', () => {
  const whole = { ...REPORT, accepted: 1200, blank: 0, excluded: {}, rejected: {} };
  expect(told({ kind: 'files', reports: [whole] })).toEqual([
    'orders.csv: all 1,200 rows came in.',
  ]);
});

test('a sample is said to be simulated', () => {
  const [sentence] = told({ kind: 'sample', sample: 'shop', truth: {} as never });
  expect(sentence).toMatch(/simulated/);
});

test('what holds of two files is said once, with the rows of both', () => {
  const warnings = [{ code: 'DUPLICATE_ROWS', count: 2, examples: [] }];
  const one = { ...REPORT, warnings } as FileReport;
  const sentences = told({ kind: 'files', reports: [one, { ...one, file: 'more.csv' }] });
  expect(sentences).toHaveLength(3);
  expect(sentences[2]).toContain('4');
});

test('a customer is said to be lost after days of silence', () => {
  const observed = {
    facts: { firstOrder: 0, observationEnd: 800 },
    figures: { yearComplete: true },
  };
  const sentences = caveats({
    entry: { source: { kind: 'files', reports: [] } } as unknown as DatasetEntry,
    settings: DEFAULT_SETTINGS,
    overview: observed as unknown as OverviewAnswer,
    churn: {
      basis: 'silence',
      inactivity: { threshold: 196, falseChurn: 0.1 },
      lifespanYears: null,
    } as unknown as ChurnAnswer,
    value: null,
    models: null,
  });
  expect(sentences).toEqual([expect.stringMatching(/more than 196\sdays/)]);
});
