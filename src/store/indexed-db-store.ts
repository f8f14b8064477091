import { deleteDB, type IDBPDatabase } from 'idb';
import { type Columns, joinColumns, layoutOf, splitColumns, TornColumn } from './column-parts';
import { type DatasetStore, type Kept, StoreProblem } from './dataset-store';
import { DATABASE_NAME, openDatabase, type PartValues, type TenureSchema } from './schema';

/** Beyond every chunk number and every fingerprint, so that a key range covers one dataset. */
const LAST = [[]];

function allOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, LAST]);
}

/** Datasets in this browser's IndexedDB. */
export class IndexedDbStore<E extends { id: string }> implements DatasetStore<E> {
  readonly #name: string;
  #database: IDBPDatabase<TenureSchema>;
  #lost = false;

  private constructor(database: IDBPDatabase<TenureSchema>, name: string) {
    this.#database = database;
    this.#name = name;
  }

  /** @throws DOMException when IndexedDB is absent, blocked or newer than this page */
  static async open<E extends { id: string }>(name = DATABASE_NAME): Promise<IndexedDbStore<E>> {
    const opened: { store?: IndexedDbStore<E> } = {};
    const database = await openDatabase(() => {
      if (opened.store) opened.store.#lost = true;
    }, name);
    opened.store = new IndexedDbStore<E>(database, name);
    return opened.store;
  }

  async entries(): Promise<E[]> {
    return this.#attempt(async (database) => {
      const kept = (await database.getAll('entries')) as unknown as (Kept<E> & { id: string })[];
      return kept.map(({ entry }) => entry);
    });
  }

  async save(entry: E, columns: Columns): Promise<void> {
    await this.#attempt(async (database) => {
      const transaction = database.transaction(['entries', 'parts', 'results'], 'readwrite');
      const parts = transaction.objectStore('parts');
      const requests: Promise<unknown>[] = [
        parts.delete(allOf(entry.id)),
        transaction.objectStore('results').delete(allOf(entry.id)),
      ];
      for (const { name, chunk, values } of splitColumns(columns)) {
        requests.push(parts.put(values, [entry.id, name, chunk]));
      }
      const kept = { id: entry.id, entry, layout: layoutOf(columns) };
      requests.push(transaction.objectStore('entries').put(kept), transaction.done);
      await Promise.all(requests);
    });
  }

  async update(entry: E): Promise<void> {
    await this.#attempt(async (database) => {
      const transaction = database.transaction('entries', 'readwrite');
      const kept = (await transaction.store.get(entry.id)) as unknown as Kept<E> | undefined;
      if (!kept) throw new StoreProblem('DATASET_MISSING', entry.id);
      const replaced = { ...kept, id: entry.id, entry };
      await Promise.all([transaction.store.put(replaced), transaction.done]);
    });
  }

  async columns(id: string): Promise<Columns> {
    return this.#attempt(async (database) => {
      const transaction = database.transaction(['entries', 'parts']);
      const [kept, keys, values] = await Promise.all([
        transaction.objectStore('entries').get(id) as unknown as Promise<Kept<E> | undefined>,
        transaction.objectStore('parts').getAllKeys(allOf(id)),
        transaction.objectStore('parts').getAll(allOf(id)),
      ]);
      if (!kept) throw new StoreProblem('DATASET_MISSING', id);
      const parts = new Map<string, PartValues>();
      for (const [index, [, name, chunk]] of keys.entries()) {
        parts.set(`${name} ${chunk}`, values[index]);
      }
      return joinColumns(kept.layout, (name, chunk) => parts.get(`${name} ${chunk}`));
    });
  }

  async remove(id: string): Promise<void> {
    await this.#attempt(async (database) => {
      const transaction = database.transaction(['entries', 'parts', 'results'], 'readwrite');
      await Promise.all([
        transaction.objectStore('entries').delete(id),
        transaction.objectStore('parts').delete(allOf(id)),
        transaction.objectStore('results').delete(allOf(id)),
        transaction.done,
      ]);
    });
  }

  async keepResult(id: string, fingerprint: string, result: unknown): Promise<void> {
    await this.#attempt((database) => database.put('results', result, [id, fingerprint]));
  }

  async result(id: string, fingerprint: string): Promise<unknown> {
    return this.#attempt((database) => database.get('results', [id, fingerprint]));
  }

  async keepMapping(fingerprint: string, mapping: unknown): Promise<void> {
    await this.#attempt((database) => database.put('mappings', mapping, fingerprint));
  }

  async mapping(fingerprint: string): Promise<unknown> {
    return this.#attempt((database) => database.get('mappings', fingerprint));
  }

  async erase(): Promise<void> {
    this.#database.close();
    this.#lost = true;
    await deleteDB(this.#name);
    this.#database = await openDatabase(() => (this.#lost = true), this.#name);
    this.#lost = false;
  }

  async #attempt<T>(work: (database: IDBPDatabase<TenureSchema>) => Promise<T>): Promise<T> {
    if (this.#lost) throw new StoreProblem('STORE_LOST', 'the database was closed from elsewhere');
    try {
      return await work(this.#database);
    } catch (error) {
      throw asProblem(error);
    }
  }
}

function asProblem(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  if (error instanceof TornColumn) return new StoreProblem('DATASET_TORN', error.message);
  const name = error instanceof DOMException ? error.name : '';
  const reason = error instanceof Error ? error.message : String(error);
  if (name === 'QuotaExceededError') return new StoreProblem('STORE_FULL', reason);
  if (name === 'InvalidStateError') return new StoreProblem('STORE_LOST', reason);
  return new StoreProblem('STORE_FAILED', reason);
}
