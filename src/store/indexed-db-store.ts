import { deleteDB, type IDBPDatabase } from 'idb';
import {
  chunksOf,
  type Columns,
  joinColumns,
  layoutOf,
  splitColumns,
  TornColumn,
} from './column-parts';
import { type DatasetStore, StoreProblem } from './dataset-store';
import { partsOf } from './part-keys';
import {
  DATABASE_NAME,
  openDatabase,
  type PartValues,
  type StoredEntry,
  type StoreSignals,
  type TenureSchema,
} from './schema';

const UNHEARD: StoreSignals = { waiting: () => undefined, lost: () => undefined };

/** Datasets in this browser's IndexedDB. */
export class IndexedDbStore<E extends { id: string }> implements DatasetStore<E> {
  readonly #name: string;
  readonly #signals: StoreSignals;
  /** Null once everything was erased, until something is kept again. */
  #database: IDBPDatabase<TenureSchema> | null = null;
  #lost = false;

  private constructor(name: string, signals: StoreSignals) {
    this.#name = name;
    this.#signals = signals;
  }

  /** @throws DOMException when IndexedDB is absent, blocked or newer than this page */
  static async open<E extends { id: string }>(
    name = DATABASE_NAME,
    signals = UNHEARD,
  ): Promise<IndexedDbStore<E>> {
    const store = new IndexedDbStore<E>(name, signals);
    await store.#connect();
    return store;
  }

  async entries(): Promise<E[]> {
    if (this.#isErased) return [];
    return this.#attempt(async (database) => {
      const kept = await database.getAll('entries');
      return kept.map(({ entry }) => entry as E);
    });
  }

  async torn(): Promise<string[]> {
    if (this.#isErased) return [];
    return this.#attempt(async (database) => {
      const transaction = database.transaction(['entries', 'parts']);
      const [kept, keys] = await Promise.all([
        transaction.objectStore('entries').getAll(),
        transaction.objectStore('parts').getAllKeys(),
      ]);
      const there = new Set(keys.map(String));
      return kept.filter((one) => !hasAllParts(one, there)).map(({ id }) => id);
    });
  }

  async save(entry: E, columns: Columns): Promise<void> {
    await this.#attempt(async (database) => {
      const kept = { id: entry.id, entry, layout: layoutOf(columns) };
      const transaction = database.transaction(['entries', 'parts', 'results'], 'readwrite');
      const parts = transaction.objectStore('parts');
      const requests: Promise<unknown>[] = [
        parts.delete(partsOf(entry.id)),
        transaction.objectStore('results').delete(partsOf(entry.id)),
      ];
      for (const { name, chunk, values } of splitColumns(columns)) {
        requests.push(parts.put(values, [entry.id, name, chunk]));
      }
      requests.push(transaction.objectStore('entries').put(kept), transaction.done);
      await Promise.all(requests);
    });
  }

  async update(entry: E): Promise<void> {
    await this.#attempt(async (database) => {
      const transaction = database.transaction('entries', 'readwrite');
      const kept = await transaction.store.get(entry.id);
      if (!kept) throw new StoreProblem('DATASET_MISSING', entry.id);
      await Promise.all([transaction.store.put({ ...kept, entry }), transaction.done]);
    });
  }

  async columns(id: string): Promise<Columns> {
    return this.#attempt(async (database) => {
      const transaction = database.transaction(['entries', 'parts']);
      const [kept, keys, values] = await Promise.all([
        transaction.objectStore('entries').get(id),
        transaction.objectStore('parts').getAllKeys(partsOf(id)),
        transaction.objectStore('parts').getAll(partsOf(id)),
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
        transaction.objectStore('parts').delete(partsOf(id)),
        transaction.objectStore('results').delete(partsOf(id)),
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
    this.#database?.close();
    this.#database = null;
    await IndexedDbStore.erase(this.#name, this.#signals);
    this.#lost = false;
  }

  /** Deletes a store, of whatever version, that need not be open. */
  static async erase(name: string, signals: StoreSignals): Promise<void> {
    try {
      await deleteDB(name, { blocked: () => signals.waiting() });
    } catch (error) {
      throw asProblem(error);
    }
  }

  /** Looking into what was erased must not bring an empty database back. */
  get #isErased(): boolean {
    return this.#database === null && !this.#lost;
  }

  async #connect(): Promise<IDBPDatabase<TenureSchema>> {
    const opened: { database?: IDBPDatabase<TenureSchema> } = {};
    const lost = () => {
      // A connection given up for another one is no loss.
      if (opened.database !== this.#database) return;
      this.#lost = true;
      this.#signals.lost();
    };
    opened.database = await openDatabase(
      { waiting: () => this.#signals.waiting(), lost },
      this.#name,
    );
    this.#database = opened.database;
    return opened.database;
  }

  async #attempt<T>(work: (database: IDBPDatabase<TenureSchema>) => Promise<T>): Promise<T> {
    if (this.#lost) throw new StoreProblem('STORE_LOST', 'the database was closed from elsewhere');
    try {
      return await work(this.#database ?? (await this.#connect()));
    } catch (error) {
      throw asProblem(error);
    }
  }
}

function hasAllParts({ id, layout }: StoredEntry, there: ReadonlySet<string>): boolean {
  return Object.entries(layout).every(([name, shape]) =>
    Array.from({ length: chunksOf(shape) }, (_, chunk) => String([id, name, chunk])).every((key) =>
      there.has(key),
    ),
  );
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
