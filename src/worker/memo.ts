/** Large stages are kept for the settings in use and the ones before (undo); answers are small. */
export const LARGE = 2;

/**
 * Remembers the newest few results of one computation by the fingerprint of what they depend on, so
 * that undo, and a page visited again, answer at once.
 */
export class Memo<T> {
  readonly #results = new Map<string, T>();
  readonly #limit: number;

  constructor(limit = 4) {
    this.#limit = limit;
  }

  /** The remembered result for these inputs, if there is one. */
  known(inputs: unknown): T | undefined {
    return this.#results.get(JSON.stringify(inputs));
  }

  /** The remembered result for these inputs, else what `compute` gives. Inputs must be plain values. */
  of(inputs: unknown, compute: () => T): T {
    const fingerprint = JSON.stringify(inputs);
    // A result may be null, and is one all the same.
    const result = this.#results.has(fingerprint)
      ? (this.#results.get(fingerprint) as T)
      : compute();
    this.#results.delete(fingerprint);
    this.#results.set(fingerprint, result);
    if (this.#results.size > this.#limit) {
      for (const oldest of this.#results.keys()) {
        this.#results.delete(oldest);
        break;
      }
    }
    return result;
  }
}
