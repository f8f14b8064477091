import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { checksumOf, chunksOf } from './column-parts';
import { partsOf } from './part-keys';
import type { TenureSchema } from './schema';

const STORES = [
  { name: 'entries', keyPath: 'id' },
  { name: 'parts' },
  { name: 'results' },
  { name: 'mappings' },
] as const;

type Upgrade = IDBPTransaction<TenureSchema, StoreNames<TenureSchema>[], 'versionchange'>;

/**
 * Brings a store of any earlier version to the layout of `TenureSchema`, in the one transaction of the upgrade: a tab
 * closed meanwhile leaves the old version whole.
 * @param from version found; 0 for a new store
 */
export async function migrate(
  database: IDBPDatabase<TenureSchema>,
  from: number,
  transaction: Upgrade,
): Promise<void> {
  // Any that is missing, not only those of a new store: an open from elsewhere may have left it bare.
  const missing = STORES.filter(({ name }) => !database.objectStoreNames.contains(name));
  for (const { name, ...options } of missing) database.createObjectStore(name, options);
  if (from === 1) await addChecksums(transaction);
}

/** Version 2: every part has a checksum. Those of datasets kept by version 1 are taken over what is there now. */
async function addChecksums(transaction: Upgrade): Promise<void> {
  const entries = transaction.objectStore('entries');
  for (const kept of await entries.getAll()) {
    for (const shape of Object.values(kept.layout)) {
      shape.checksums = new Array<number>(chunksOf(shape)).fill(0);
    }
    let part = await transaction.objectStore('parts').openCursor(partsOf(kept.id));
    while (part) {
      const [, column, chunk] = part.key;
      if (column in kept.layout) kept.layout[column].checksums[chunk] = checksumOf(part.value);
      part = await part.continue();
    }
    await entries.put(kept);
  }
}
