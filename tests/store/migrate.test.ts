import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { CHUNK, type Columns } from '../../src/store/column-parts';
import { IndexedDbStore } from '../../src/store/indexed-db-store';
import { SCHEMA_VERSION } from '../../src/store/schema';
import { EARLIER_VERSIONS } from './earlier-versions';

type Entry = { id: string; name: string };

const entry: Entry = { id: 'a', name: 'Corner shop' };
const columns: Columns = {
  customer: Uint32Array.from({ length: CHUNK + 3 }, (_, index) => index),
  net: Float64Array.from([0.1, -0, 1e15]),
  ids: ['007', '', '=1+1', '名前'],
};
const versions = Object.keys(EARLIER_VERSIONS).map(Number);

test('there is a store of every earlier version to open', () => {
  expect(versions).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1));
});

test.each(versions)('a store of version %i opens with all it holds', async (version) => {
  const name = `version ${version}`;
  await EARLIER_VERSIONS[version](name, { entry, columns });
  const store = await IndexedDbStore.open<Entry>(name);
  expect(await store.entries()).toEqual([entry]);
  expect(await store.torn()).toEqual([]);
  expect(await store.columns('a')).toEqual(columns);
  expect(await store.result('a', 'fits')).toEqual({ r: 0.24 });
  expect(await store.mapping('header-1')).toEqual({ columns: { customer: 0 } });
  await store.update({ ...entry, name: 'Renamed' });
  expect(await store.columns('a')).toEqual(columns);
});

test.each(versions)('damage done after version %i was upgraded is noticed', async (version) => {
  const name = `damaged ${version}`;
  await EARLIER_VERSIONS[version](name, { entry, columns });
  const store = await IndexedDbStore.open<Entry>(name);
  const database = await openDB(name);
  await database.put('parts', Float64Array.from([0.1, 0, 1e15]), ['a', 'net', 0]);
  database.close();
  await expect(store.columns('a')).rejects.toMatchObject({ code: 'DATASET_TORN' });
});

test('a part lost before the upgrade is still noticed after it', async () => {
  await EARLIER_VERSIONS[1]('torn before', { entry, columns });
  const database = await openDB('torn before');
  await database.delete('parts', ['a', 'customer', 1]);
  database.close();
  const store = await IndexedDbStore.open<Entry>('torn before');
  expect(await store.torn()).toEqual(['a']);
  await expect(store.columns('a')).rejects.toMatchObject({ code: 'DATASET_TORN' });
});

test('a store of a newer version is refused and left as it is', async () => {
  const newer = await openDB('newer', SCHEMA_VERSION + 1, {
    upgrade: (fresh) => fresh.createObjectStore('entries', { keyPath: 'id' }),
  });
  await newer.put('entries', { id: 'a', of: 'tomorrow' });
  newer.close();
  await expect(IndexedDbStore.open('newer')).rejects.toMatchObject({ name: 'VersionError' });
  const again = await openDB('newer');
  expect(again.version).toBe(SCHEMA_VERSION + 1);
  expect(await again.get('entries', 'a')).toEqual({ id: 'a', of: 'tomorrow' });
  again.close();
});
