import type { Columns } from './column-parts';
import { type DatasetStore, StoreProblem } from './dataset-store';

/** Keeps datasets until the tab closes: where the browser cannot keep them, or the person does not want it to. */
export class MemoryStore<E extends { id: string }> implements DatasetStore<E> {
  readonly #entries = new Map<string, E>();
  readonly #columns = new Map<string, Columns>();
  readonly #results = new Map<string, unknown>();
  readonly #mappings = new Map<string, unknown>();

  entries(): Promise<E[]> {
    return Promise.resolve([...this.#entries.values()]);
  }

  torn(): Promise<string[]> {
    return Promise.resolve([]);
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  save(entry: E, columns: Columns): Promise<void> {
    this.#entries.set(entry.id, entry);
    this.#columns.set(entry.id, columns);
    return Promise.resolve();
  }

  update(entry: E): Promise<void> {
    this.#entries.set(entry.id, entry);
    return Promise.resolve();
  }

  columns(id: string): Promise<Columns> {
    const columns = this.#columns.get(id);
    if (!columns) return Promise.reject(new StoreProblem('DATASET_MISSING', id));
    return Promise.resolve(columns);
  }

  remove(id: string): Promise<void> {
    this.#entries.delete(id);
    this.#columns.delete(id);
    for (const key of this.#results.keys()) if (key.startsWith(`${id} `)) this.#results.delete(key);
    return Promise.resolve();
  }

  keepResult(id: string, fingerprint: string, result: unknown): Promise<void> {
    this.#results.set(`${id} ${fingerprint}`, result);
    return Promise.resolve();
  }

  result(id: string, fingerprint: string): Promise<unknown> {
    return Promise.resolve(this.#results.get(`${id} ${fingerprint}`));
  }

  keepMapping(fingerprint: string, mapping: unknown): Promise<void> {
    this.#mappings.set(fingerprint, mapping);
    return Promise.resolve();
  }

  mapping(fingerprint: string): Promise<unknown> {
    return Promise.resolve(this.#mappings.get(fingerprint));
  }

  erase(): Promise<void> {
    for (const map of [this.#entries, this.#columns, this.#results, this.#mappings]) map.clear();
    return Promise.resolve();
  }
}
