import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ColumnLayout } from './column-parts';
import { migrate } from './migrate';

/** Raised by one with every change of the layout below; each raise has a step in `migrate`. */
export const SCHEMA_VERSION = 2;

export const DATABASE_NAME = 'tenure';

/** One piece of a dataset's columns: `[dataset id, column name, chunk number]` leads to its values. */
export type PartKey = [dataset: string, column: string, chunk: number];

/** A run of consecutive values of one column. */
export type PartValues =
  Uint8Array | Int16Array | Uint32Array | Int32Array | Float64Array | string[];

/** A dataset's list entry, opaque to the store, and the layout of its columns with their checksums (since 2). */
export interface StoredEntry {
  id: string;
  entry: unknown;
  layout: ColumnLayout;
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

/** What happens to a store beside what is asked of it. */
export interface StoreSignals {
  /** Another tab holds an older version of the store and does not give way: it is waited for. */
  waiting: () => void;
  /** The store was taken away while it was open: cleared, deleted, or upgraded by a newer page. */
  lost: () => void;
}

/**
 * Opens the database, creating or upgrading it.
 * @throws DOMException when the browser has no IndexedDB or blocks it, and `VersionError` when a newer page has
 * written it: it is then left as it is
 */
export async function openDatabase(
  { waiting, lost }: StoreSignals,
  name = DATABASE_NAME,
): Promise<IDBPDatabase<TenureSchema>> {
  const failed: unknown[] = [];
  const opening = openDB<TenureSchema>(name, SCHEMA_VERSION, {
    upgrade(database, from, _to, transaction) {
      // A step that fails must leave the old version whole; idb would let the rest of the upgrade stand.
      transaction.done.catch((problem: unknown) => failed.push(problem));
      migrate(database, from, transaction).catch((problem: unknown) => {
        failed.unshift(problem);
        transaction.abort();
      });
    },
    blocked: waiting,
    // A newer page wants to upgrade, or somebody to delete: give way, or they wait for ever.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
  try {
    return await opening;
  } catch (problem) {
    throw failed.length > 0 ? failed[0] : problem;
  }
}
