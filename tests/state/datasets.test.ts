import { afterEach, expect, test, vi } from 'vitest';
import { Datasets } from '../../src/state/datasets.svelte';
import type { RemoteEngine } from '../../src/state/engine';
import type { DatasetEntry, DatasetList } from '../../src/worker/contract/datasets';
import { smallStorageOf } from './small-storage-of';

afterEach(() => vi.unstubAllGlobals());

test('the list is read before anyone is told of an opened dataset: behind their questions it would wait', async () => {
  smallStorageOf({});
  const entry = { id: 'one', name: 'orders.csv' } as DatasetEntry;
  const events: string[] = [];
  const engine = {
    datasets: (): Promise<DatasetList> => {
      events.push('list');
      return Promise.resolve({ entries: [entry], unkept: [], torn: [], failure: null });
    },
  } as unknown as RemoteEngine;
  const datasets = new Datasets(engine, () => events.push('told'));
  await datasets.opened({ kind: 'opened', entry, unsaved: null, kept: true });
  expect(events).toEqual(['list', 'told']);
  expect(datasets.open).toBe(entry);
  expect(datasets.entries).toEqual([entry]);
});
