import type { DatasetStore } from '../store/dataset-store';
import { StoreProblem } from '../store/dataset-store';
import { IndexedDbStore } from '../store/indexed-db-store';
import { MemoryStore } from '../store/memory-store';
import { DATABASE_NAME, type StoreSignals } from '../store/schema';
import {
  type ContentFacts,
  type DatasetContent,
  factsOf,
  fromColumns,
  toColumns,
} from './dataset-columns';
import type { Choices } from '../ingest/choices';
import type {
  Barred,
  DatasetEntry,
  DatasetList,
  Done,
  Keeping,
  StoreFailure,
} from './contract/datasets';

/** A dataset kept before there were other kinds than orders names none. */
type StoredDataset = Omit<DatasetEntry, 'kind'> & {
  kind?: DatasetEntry['kind'];
  facts: ContentFacts;
};

/**
 * The datasets there are: those the browser keeps, and those that live in this tab only, because the browser could not
 * or the person did not want it to keep them.
 */
export class Library {
  readonly keeping: Keeping;
  /** Whether what comes from now on lives in this tab only. */
  keepsNothing = false;
  readonly #browser: DatasetStore<StoredDataset> | null;
  readonly #tab = new MemoryStore<StoredDataset>();

  private constructor(browser: DatasetStore<StoredDataset> | null, keeping: Keeping) {
    this.#browser = browser;
    this.keeping = keeping;
  }

  /** In IndexedDB; in memory, with the reason, where that is absent, blocked or written by a newer page. */
  static async open(signals: StoreSignals): Promise<Library> {
    try {
      const store = await IndexedDbStore.open<StoredDataset>(DATABASE_NAME, signals);
      return new Library(store, { kind: 'browser' });
    } catch (error) {
      return new Library(null, { kind: 'memory', why: whyBarred(error), reason: String(error) });
    }
  }

  /** Never fails: what the browser's store cannot tell is told as a failure. */
  async list(): Promise<DatasetList> {
    const here = await this.#tab.entries();
    const unkept = here.map(({ id }) => id);
    try {
      const kept = (await this.#browser?.entries()) ?? [];
      const torn = (await this.#browser?.torn()) ?? [];
      return { entries: newestFirst([...here, ...kept]), unkept, torn, failure: null };
    } catch (error) {
      return { entries: newestFirst(here), unkept, torn: [], failure: failure(error) };
    }
  }

  /**
   * Keeps a dataset whole; one that the browser cannot keep lives in this tab, and why is told.
   *
   * @throws the signal's reason when cancelled meanwhile: what was kept by then is gone again. Where it cannot be
   *   removed it stays, as if it had been cancelled too late
   */
  async save(entry: DatasetEntry, content: DatasetContent, signal?: AbortSignal): Promise<Done> {
    const stored = { ...entry, facts: factsOf(content) };
    const columns = toColumns(content);
    const saved = await attempt(() => this.#forNew.save(stored, columns));
    if (saved.kind === 'failed') await this.#tab.save(stored, columns);
    if (signal?.aborted && (await this.remove(entry.id)).kind === 'done') signal.throwIfAborted();
    return saved;
  }

  /** Replaces what is said about a dataset: its name, its settings. */
  async update(id: string, change: Partial<DatasetEntry>): Promise<Done> {
    return attempt(async () => {
      const entry = await this.#entry(id);
      await this.#storeOf(id).update({ ...entry, ...change });
    });
  }

  async read(id: string): Promise<{ entry: DatasetEntry; content: DatasetContent } | StoreFailure> {
    try {
      const entry = await this.#entry(id);
      const content = fromColumns(await this.#storeOf(id).columns(id), entry.facts);
      return { entry: withoutFacts(entry), content };
    } catch (error) {
      return failure(error);
    }
  }

  /** Whether a dataset outlives the tab. */
  isKept(id: string): boolean {
    return this.#browser !== null && !this.#tab.has(id);
  }

  /** Whether there is a dataset of this id. */
  async has(id: string): Promise<boolean> {
    return (await this.list()).entries.some((known) => known.id === id);
  }

  async remove(id: string): Promise<Done> {
    return attempt(() => this.#storeOf(id).remove(id));
  }

  /** Erases the browser's store, one of a newer page too, and what lives in this tab. */
  async erase(signals: StoreSignals): Promise<Done> {
    return attempt(async () => {
      await this.#tab.erase();
      if (this.#browser) await this.#browser.erase();
      else if (this.keeping.kind === 'memory' && this.keeping.why !== 'blocked') {
        await IndexedDbStore.erase(DATABASE_NAME, signals);
      }
    });
  }

  /** A result kept with a dataset; undefined when there is none, or it cannot be read: it is computed again. */
  async keptResult(id: string, fingerprint: string): Promise<unknown> {
    return undefinedOnProblem(() => this.#storeOf(id).result(id, fingerprint));
  }

  async keepResult(id: string, fingerprint: string, result: unknown): Promise<Done> {
    return attempt(() => this.#storeOf(id).keepResult(id, fingerprint, result));
  }

  /** Decisions kept under each fingerprint; null where there are none, or the store cannot tell. */
  async recall(fingerprints: string[]): Promise<(Choices | null)[]> {
    return Promise.all(
      fingerprints.map(async (fingerprint) => {
        // Nothing is lost where the store cannot tell: what cannot be recalled is asked again.
        const kept =
          (await this.#tab.mapping(fingerprint)) ??
          (await undefinedOnProblem(async () => this.#browser?.mapping(fingerprint)));
        return kept ?? null;
      }),
    );
  }

  async remember(fingerprint: string, choices: Choices | null): Promise<Done> {
    return attempt(() => this.#forNew.keepMapping(fingerprint, choices));
  }

  get #forNew(): DatasetStore<StoredDataset> {
    return this.keepsNothing || !this.#browser ? this.#tab : this.#browser;
  }

  #storeOf(id: string): DatasetStore<StoredDataset> {
    return this.#browser && this.isKept(id) ? this.#browser : this.#tab;
  }

  async #entry(id: string): Promise<StoredDataset> {
    const entry = (await this.#storeOf(id).entries()).find((known) => known.id === id);
    if (!entry) throw new StoreProblem('DATASET_MISSING', id);
    return entry;
  }
}

function newestFirst(entries: StoredDataset[]): DatasetEntry[] {
  return entries.sort((a, b) => b.createdAt.localeCompare(a.createdAt)).map(withoutFacts);
}

function withoutFacts({ facts, kind = 'orders', ...entry }: StoredDataset): DatasetEntry {
  return { ...entry, kind };
}

/** Chromium tells blocked site data as an unknown error, Firefox as a security one; both without a code of its own. */
function whyBarred(error: unknown): Barred {
  if (!(error instanceof DOMException)) return 'blocked';
  if (error.name === 'VersionError') return 'newer';
  return error.name === 'AbortError' ? 'failed' : 'blocked';
}

async function undefinedOnProblem(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StoreProblem) return undefined;
    throw error;
  }
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
