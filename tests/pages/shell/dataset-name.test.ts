import { afterEach, expect, test } from 'vitest';
import { datasetName } from '../../../src/pages/shell/dataset-name';
import { speak } from '../../../src/text/language.svelte';
import { SAMPLE_NAMES, type DatasetEntry } from '../../../src/worker/contract/datasets';

const sample = {
  name: SAMPLE_NAMES.shop,
  source: { kind: 'sample', sample: 'shop', truth: {} },
} as Pick<DatasetEntry, 'name' | 'source'>;

afterEach(() => speak('en'));

test('a sample is called by the page’s language until it is renamed', () => {
  expect(datasetName(sample)).toBe('Coffee shop (sample)');
  speak('nl');
  expect(datasetName(sample)).toBe('Koffiewinkel (voorbeeld)');
  expect(datasetName({ ...sample, name: 'My course' })).toBe('My course');
});

test('a file of the same name keeps it', () => {
  speak('nl');
  expect(datasetName({ name: SAMPLE_NAMES.shop, source: { kind: 'files', reports: [] } })).toBe(
    SAMPLE_NAMES.shop,
  );
});
