import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Raised by one with every change of the layout below; each raise has a step in `migrate`. */
export const SCHEMA_VERSION = 1;

export const DATABASE_NAME = 'tenure';

/** One piece of a dataset's columns: `[dataset id, column name, chunk number]` leads to its values. */
export type PartKey = [dataset: string, column: string, chunk: number];

/** A run of consecutive values of one column. */
export type PartValues =
  Uint8Array | Int16Array | Uint32Array | Int32Array | Float64Array | string[];

/** What a dataset's list entry and its columns' layout need; opaque to the store beyond the id. */
export interface StoredEntry {
  id: string;
}

export interface TenureSchema extends DBSchema {
  /** List entries: name, counts, mapping, settings, layout of the columns. */
  entries: { key: string; value: StoredEntry };
  /** The columns, in chunks. */
  parts: { key: PartKey; value: PartValues };
  /** Computed results worth keeping (model fits), by dataset and the fingerprint of their inputs. */
  results: { key: [dataset: string, fingerprint: string]; value: unknown };
  /** What the person confirmed for a file layout, by header fingerprint. */
  mappings: { key: string; value: unknown };
}

/**
 * Opens the database, creating or upgrading it.
 * @throws DOMException when the browser has no IndexedDB, blocks it, or it holds a newer schema
 */
export async function openDatabase(
  onLost: () => void,
  name = DATABASE_NAME,
): Promise<IDBPDatabase<TenureSchema>> {
  return openDB<TenureSchema>(name, SCHEMA_VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore('entries', { keyPath: 'id' });
        database.createObjectStore('parts');
        database.createObjectStore('results');
        database.createObjectStore('mappings');
      }
    },
    // A newer page wants to upgrade: give way, or it waits for ever.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}
