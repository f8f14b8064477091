import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { CHUNK, type Columns } from '../../src/store/column-parts';
import { type DatasetStore, StoreProblem } from '../../src/store/dataset-store';
import { IndexedDbStore } from '../../src/store/indexed-db-store';
import { MemoryStore } from '../../src/store/memory-store';

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

const CUSTOMER = Uint32Array.from({ length: 3 }, (_, index) => CHUNK + index);
const damages: [string, (parts: IDBPDatabase) => Promise<unknown>, boolean][] = [
  ['a lost part', (parts) => parts.delete('parts', ['a', 'customer', 1]), true],
  [
    'a truncated part',
    (parts) => parts.put('parts', CUSTOMER.slice(1), ['a', 'customer', 1]),
    false,
  ],
  ['a part of another kind', (parts) => parts.put('parts', [1, 2, 3], ['a', 'net', 0]), false],
  [
    'a changed number',
    (parts) =>
      parts.put(
        'parts',
        CUSTOMER.map((n) => n ^ 1),
        ['a', 'customer', 1],
      ),
    false,
  ],
  [
    'a changed id',
    (parts) => parts.put('parts', ['007', '', '=1+1', '名字'], ['a', 'ids', 0]),
    false,
  ],
];

test.each(damages)('%s is noticed, never read as data', async (_what, damage, byKeys) => {
  const name = `test ${databases++}`;
  const store = await IndexedDbStore.open<Entry>(name);
  await store.save({ id: 'a', name: 'A' }, columns);
  await store.save({ id: 'b', name: 'B' }, columns);
  const database = await openDB(name);
  await damage(database);
  database.close();
  await expect(store.columns('a')).rejects.toSatisfy(
    (problem) => problem instanceof StoreProblem && problem.code === 'DATASET_TORN',
  );
  expect(await store.torn()).toEqual(byKeys ? ['a'] : []);
  expect(await store.columns('b')).toMatchObject(present);
});

test('a store deleted from elsewhere says so at once, and refuses from then on', async () => {
  const name = `test ${databases++}`;
  let told = 0;
  const lost = () => {
    told++;
  };
  const signals = { waiting: () => undefined, lost };
  const store = await IndexedDbStore.open<Entry>(name, signals);
  await deleteDB(name);
  expect(told).toBe(1);
  await expect(store.entries()).rejects.toMatchObject({ code: 'STORE_LOST' });
});

test('a tab that does not give way is waited for, and said to be', async () => {
  const name = `test ${databases++}`;
  const other = await openDB(name, 1);
  let told = 0;
  const waiting = () => {
    told++;
    other.close();
  };
  const store = await IndexedDbStore.open<Entry>(name, { waiting, lost: () => undefined });
  expect(told).toBe(1);
  expect(await store.entries()).toEqual([]);
});

test('an erased store leaves no database behind', async () => {
  const name = `test ${databases++}`;
  const store = await IndexedDbStore.open<Entry>(name);
  await store.save({ id: 'a', name: 'A' }, columns);
  await store.erase();
  expect(await store.entries()).toEqual([]);
  expect(await store.torn()).toEqual([]);
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
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
