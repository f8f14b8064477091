import type { Columns } from './column-parts';

/**
 * Where datasets live. Two implementations: IndexedDB, and memory for a session without it.
 * Every method that changes something is one transaction: all of it, or nothing.
 */
export interface DatasetStore<E extends { id: string }> {
  /** All entries, in no particular order. */
  entries(): Promise<E[]>;
  /** Ids of datasets of which a part is gone: told by the keys alone, without reading what they hold. */
  torn(): Promise<string[]>;
  /** @throws StoreProblem `STORE_FULL` when the browser's quota is exceeded; nothing is then written */
  save(entry: E, columns: Columns): Promise<void>;
  /** Replaces an entry, its columns untouched. */
  update(entry: E): Promise<void>;
  /** @throws StoreProblem `DATASET_MISSING`, or `DATASET_TORN` when a part is absent or damaged */
  columns(id: string): Promise<Columns>;
  remove(id: string): Promise<void>;
  keepResult(id: string, fingerprint: string, result: unknown): Promise<void>;
  result(id: string, fingerprint: string): Promise<unknown>;
  keepMapping(fingerprint: string, mapping: unknown): Promise<void>;
  mapping(fingerprint: string): Promise<unknown>;
  /** Deletes the whole store; it comes back empty with the next thing that is kept. */
  erase(): Promise<void>;
}

export type StoreProblemCode =
  'STORE_FULL' | 'STORE_LOST' | 'STORE_FAILED' | 'DATASET_MISSING' | 'DATASET_TORN';

/** A failure the person can be told about: code, and the technical reason for the curious. */
export class StoreProblem extends Error {
  constructor(
    readonly code: StoreProblemCode,
    readonly reason: string,
  ) {
    super(`${code}: ${reason}`);
  }
}
