import { expect, test } from 'vitest';
import { settingsInWords } from '../../../src/pages/report/settings-in-words';
import type { DatasetEntry } from '../../../src/worker/contract/datasets';
import { DEFAULT_SETTINGS } from '../../../src/worker/contract/settings';

const ORDERS: DatasetEntry = {
  id: '1',
  name: 'shop.csv',
  kind: 'orders',
  createdAt: '2024-05-01T00:00:00.000Z',
  source: { kind: 'files', reports: [] },
  rows: 10,
  customers: 4,
  currency: 'EUR',
  firstDate: '2023-01-01',
  lastDate: '2024-04-30',
  settings: DEFAULT_SETTINGS,
};

test('every setting the numbers rest on is told in one sentence', () => {
  const words = settingsInWords(ORDERS, { ...DEFAULT_SETTINGS, margin: 0.35, bins: 4 }, 204);
  expect(words).toMatch(/^Computed with: orders to .*2024, .*\.$/);
  for (const part of [
    'margin 35%',
    'discounted 10% a year',
    '36 months',
    '204 days',
    '4 score bins',
  ])
    expect(words).toContain(part);
});

test('an observation end of one’s own takes the place of the last row', () => {
  const settings = { ...DEFAULT_SETTINGS, observationEnd: '2023-12-31' };
  expect(settingsInWords(ORDERS, settings, null)).toContain('Dec 31, 2023');
});

test('a summary knows no cohorts, lifetimes no money', () => {
  const summary = settingsInWords({ ...ORDERS, kind: 'customer-summary' }, DEFAULT_SETTINGS, null);
  expect(summary).toBe('Computed with: margin 100%, discounted 10% a year, over 36 months.');
  expect(settingsInWords({ ...ORDERS, kind: 'durations' }, DEFAULT_SETTINGS, null)).toBeNull();
});
