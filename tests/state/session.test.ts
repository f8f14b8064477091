import { afterEach, expect, test, vi } from 'vitest';
import { Datasets } from '../../src/state/datasets.svelte';
import type { RemoteEngine } from '../../src/state/engine';
import { Session } from '../../src/state/session.svelte';
import type { DatasetEntry, DatasetList } from '../../src/worker/contract/datasets';
import { smallStorageOf } from './small-storage-of';

afterEach(() => vi.unstubAllGlobals());

const entry = { id: 'one', name: 'orders.csv' } as DatasetEntry;

/** A session whose engine opens the dataset `one` by what `open` answers. */
function sessionOf(open: () => Promise<unknown>): Session {
  smallStorageOf({});
  vi.stubGlobal('addEventListener', () => undefined);
  const engine = {
    start: () => Promise.resolve({ kind: 'browser' }),
    datasets: (): Promise<DatasetList> =>
      Promise.resolve({ entries: [entry], unkept: [], torn: [], failure: null }),
    open,
  } as unknown as RemoteEngine;
  const datasets = new Datasets(engine, () => undefined);
  return new Session(engine, datasets, Promise.resolve(), () => undefined);
}

test('no other way in is offered while the dataset that was open last is being opened', async () => {
  let answer: (opened: unknown) => void = () => undefined;
  const session = sessionOf(() => new Promise((opened) => (answer = opened)));
  const started = session.start('one');
  expect([session.step, session.reopening]).toEqual(['opening', true]);
  await vi.waitFor(() => expect(answer).toHaveLength(1));
  answer({ kind: 'opened', entry, unsaved: null, kept: true });
  await started;
  expect([session.step, session.reopening, session.entry]).toEqual(['choosing', false, entry]);
});

test('a dataset that cannot be opened again does not close the ways in', async () => {
  const session = sessionOf(() => Promise.reject(new Error('gone')));
  await expect(session.start('one')).rejects.toThrow('gone');
  expect([session.step, session.reopening, session.entry]).toEqual(['choosing', false, null]);
});

test('where nothing was open, everything is offered at once', async () => {
  const session = sessionOf(() => Promise.reject(new Error('not asked')));
  const started = session.start(null);
  expect([session.step, session.reopening]).toEqual(['choosing', false]);
  await started;
  expect(session.step).toBe('choosing');
});
