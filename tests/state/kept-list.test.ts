import { afterEach, expect, test, vi } from 'vitest';
import { notedDatasets, noteDatasets, unnoteDataset } from '../../src/state/kept-list';
import type { DatasetEntry } from '../../src/worker/contract/datasets';
import { smallStorageOf } from './small-storage-of';

afterEach(() => vi.unstubAllGlobals());

const dataset = (id: string) => ({ id, name: `Shop ${id}` }) as DatasetEntry;

test('what is kept is noted beside the store, and what is lost stays noted until it is read', () => {
  smallStorageOf({});
  noteDatasets([dataset('a')], [{ id: 'b', name: 'Shop b' }]);
  expect(notedDatasets().map(({ id }) => id)).toEqual(['b', 'a']);
  noteDatasets([dataset('a')], []);
  expect(notedDatasets()).toEqual([{ id: 'a', name: 'Shop a' }]);
});

test('a deleted dataset is no longer noted, and an empty list leaves no trace', () => {
  const held = smallStorageOf({});
  noteDatasets([dataset('a'), dataset('b')], []);
  unnoteDataset('a');
  expect(notedDatasets()).toEqual([{ id: 'b', name: 'Shop b' }]);
  unnoteDataset('b');
  expect(held.size).toBe(0);
});

test.each(['', '{', '7', '[{"id":1}]', 'null'])(
  'a note that cannot be read is none: %j',
  (text) => {
    smallStorageOf({ 'tenure:kept': text });
    expect(notedDatasets()).toEqual([]);
  },
);

test('where storage is blocked nothing is noted, and nothing fails', () => {
  vi.stubGlobal('localStorage', undefined);
  noteDatasets([dataset('a')], []);
  expect(notedDatasets()).toEqual([]);
});
