import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHUNK, type Columns } from '../../src/store/column-parts';
import { type DatasetStore, StoreProblem } from '../../src/store/dataset-store';
import { IndexedDbStore } from '../../src/store/indexed-db-store';
import { MemoryStore } from '../../src/store/memory-store';
import { openDatabase } from '../../src/store/schema';

interface Entry {
  id: string;
  name: string;
}

const columns: Columns = {
  customer: Uint32Array.from({ length: CHUNK + 3 }, (_, index) => index),
  net: Float64Array.from([0.1, -0, 1e15]),
  ids: ['007', '', '=1+1', '名前'],
  minute: null,
};

const present = Object.fromEntries(Object.entries(columns).filter(([, values]) => values));

let databases = 0;
const stores: [string, () => Promise<DatasetStore<Entry>>][] = [
  ['IndexedDB', () => IndexedDbStore.open<Entry>(`test ${databases++}`)],
  ['memory', () => Promise.resolve(new MemoryStore<Entry>())],
];

describe.each(stores)('datasets kept in %s', (_name, open) => {
  test('come back as they were saved', async () => {
    const store = await open();
    await store.save({ id: 'a', name: 'Shop' }, columns);
    expect(await store.entries()).toEqual([{ id: 'a', name: 'Shop' }]);
    expect(await store.columns('a')).toMatchObject(present);
  });

  test('are renamed without touching their columns', async () => {
    const store = await open();
    await store.save({ id: 'a', name: 'Shop' }, columns);
    await store.update({ id: 'a', name: 'Store' });
    expect((await store.entries())[0]?.name).toBe('Store');
    expect(await store.columns('a')).toMatchObject(present);
  });

  test('go with their results, and leave the others whole', async () => {
    const store = await open();
    await store.save({ id: 'a', name: 'A' }, columns);
    await store.save({ id: 'aa', name: 'B' }, columns);
    await store.keepResult('a', 'bg-nbd', { r: 0.24 });
    await store.keepResult('aa', 'bg-nbd', { r: 0.6 });
    await store.remove('a');
    expect(await store.entries()).toEqual([{ id: 'aa', name: 'B' }]);
    expect(await store.result('a', 'bg-nbd')).toBeUndefined();
    expect(await store.result('aa', 'bg-nbd')).toEqual({ r: 0.6 });
    expect(await store.columns('aa')).toMatchObject(present);
    await expect(store.columns('a')).rejects.toMatchObject({ code: 'DATASET_MISSING' });
  });

  test('are gone after erasing, and the store is usable again', async () => {
    const store = await open();
    await store.save({ id: 'a', name: 'A' }, columns);
    await store.keepMapping('header', { customer: 0 });
    await store.erase();
    expect(await store.entries()).toEqual([]);
    expect(await store.mapping('header')).toBeUndefined();
    await store.save({ id: 'b', name: 'B' }, columns);
    expect(await store.columns('b')).toMatchObject(present);
  });
});

test('a lost part is noticed, never read as a shorter column', async () => {
  const name = `test ${databases++}`;
  const store = await IndexedDbStore.open<Entry>(name);
  await store.save({ id: 'a', name: 'A' }, columns);
  const database = await openDatabase(() => undefined, name);
  await database.delete('parts', ['a', 'customer', 1]);
  database.close();
  await expect(store.columns('a')).rejects.toSatisfy(
    (problem) => problem instanceof StoreProblem && problem.code === 'DATASET_TORN',
  );
});

test('any column of numbers survives to the bit', async () => {
  const store = await IndexedDbStore.open<Entry>(`test ${databases++}`);
  await fc.assert(
    fc.asyncProperty(fc.float64Array({ maxLength: 50 }), async (values) => {
      await store.save({ id: 'a', name: 'A' }, { values });
      const kept = (await store.columns('a'))['values'] as Float64Array;
      expect(kept.every((value, index) => Object.is(value, values[index]))).toBe(true);
      expect(kept.length).toBe(values.length);
    }),
    { numRuns: 50 },
  );
});
