import type { DatasetStore } from '../store/dataset-store';
import { StoreProblem } from '../store/dataset-store';
import { IndexedDbStore } from '../store/indexed-db-store';
import { MemoryStore } from '../store/memory-store';
import {
  type ContentFacts,
  type DatasetContent,
  factsOf,
  fromColumns,
  toColumns,
} from './dataset-columns';
import type { Choices } from '../ingest/choices';
import type { DatasetEntry, Done, Keeping, StoreFailure } from './contract/datasets';

/** A dataset kept before there were other kinds than orders names none. */
type StoredDataset = Omit<DatasetEntry, 'kind'> & {
  kind?: DatasetEntry['kind'];
  facts: ContentFacts;
};

/** The datasets there are, wherever they are kept. */
export class Library {
  readonly keeping: Keeping;
  readonly #store: DatasetStore<StoredDataset>;

  private constructor(store: DatasetStore<StoredDataset>, keeping: Keeping) {
    this.#store = store;
    this.keeping = keeping;
  }

  /** In IndexedDB; in memory, with the browser's reason, where that is absent or blocked. */
  static async open(): Promise<Library> {
    try {
      return new Library(await IndexedDbStore.open<StoredDataset>(), { kind: 'browser' });
    } catch (error) {
      return new Library(new MemoryStore(), { kind: 'memory', reason: String(error) });
    }
  }

  /** Newest first. */
  async list(): Promise<DatasetEntry[]> {
    const entries = await this.#store.entries();
    return entries.sort((a, b) => b.createdAt.localeCompare(a.createdAt)).map(withoutFacts);
  }

  /** Keeps a dataset whole, or says why not. */
  async save(entry: DatasetEntry, content: DatasetContent): Promise<Done> {
    return attempt(() =>
      this.#store.save({ ...entry, facts: factsOf(content) }, toColumns(content)),
    );
  }

  /** Replaces what is said about a dataset: its name, its settings. */
  async update(id: string, change: Partial<DatasetEntry>): Promise<Done> {
    return attempt(async () => {
      const entry = await this.#entry(id);
      await this.#store.update({ ...entry, ...change });
    });
  }

  async read(id: string): Promise<{ entry: DatasetEntry; content: DatasetContent } | StoreFailure> {
    try {
      const entry = await this.#entry(id);
      const content = fromColumns(await this.#store.columns(id), entry.facts);
      return { entry: withoutFacts(entry), content };
    } catch (error) {
      return failure(error);
    }
  }

  async remove(id: string): Promise<Done> {
    return attempt(() => this.#store.remove(id));
  }

  async erase(): Promise<Done> {
    return attempt(() => this.#store.erase());
  }

  /** A result kept with a dataset; undefined when there is none (or it cannot be read: it is computed again). */
  async keptResult(id: string, fingerprint: string): Promise<unknown> {
    return this.#store.result(id, fingerprint);
  }

  async keepResult(id: string, fingerprint: string, result: unknown): Promise<Done> {
    return attempt(() => this.#store.keepResult(id, fingerprint, result));
  }

  /** Decisions kept under each fingerprint; null where there are none, or the store cannot tell. */
  async recall(fingerprints: string[]): Promise<(Choices | null)[]> {
    return Promise.all(
      fingerprints.map(async (fingerprint) => {
        try {
          return (await this.#store.mapping(fingerprint)) ?? null;
        } catch (error) {
          // Nothing is lost: what cannot be recalled is asked again.
          if (error instanceof StoreProblem) return null;
          throw error;
        }
      }),
    );
  }

  async remember(fingerprint: string, choices: Choices | null): Promise<Done> {
    return attempt(() => this.#store.keepMapping(fingerprint, choices));
  }

  async #entry(id: string): Promise<StoredDataset> {
    const entry = (await this.#store.entries()).find((known) => known.id === id);
    if (!entry) throw new StoreProblem('DATASET_MISSING', id);
    return entry;
  }
}

function withoutFacts({ facts, kind = 'orders', ...entry }: StoredDataset): DatasetEntry {
  return { ...entry, kind };
}

async function attempt(work: () => Promise<void>): Promise<Done> {
  try {
    await work();
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', failure: failure(error) };
  }
}

function failure(error: unknown): StoreFailure {
  if (error instanceof StoreProblem) return { code: error.code, reason: error.reason };
  return { code: 'STORE_FAILED', reason: String(error) };
}
