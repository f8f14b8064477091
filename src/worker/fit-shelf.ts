import type { FitResult, ModelParameters } from '../analysis/models/fit';

/** Raised whenever a model or its search changes, so that older fits are not taken for the new. */
const FIT_VERSION = 2;
/** Fits remembered of one dataset: four models at two spans of time, under a few settings. */
const LIMIT = 48;

interface KeptFits {
  version: number;
  fits: [inputs: string, fit: FitResult<ModelParameters>][];
}

/**
 * The fits of one dataset, by what went into them, so that a dataset opened again answers at once. What
 * is kept are estimates and their covariance, never a customer.
 */
export class FitShelf {
  readonly #fits = new Map<string, FitResult<ModelParameters>>();
  readonly #keep: (kept: KeptFits) => void;
  /** Those that are being made elsewhere. */
  readonly #pending = new Map<string, Promise<void>>();
  #keeping = false;

  /** @param kept what `keep` was last given for this dataset; undefined when it never was */
  constructor(kept: unknown, keep: (kept: KeptFits) => void) {
    this.#keep = keep;
    const known = kept as KeptFits | undefined;
    if (known?.version === FIT_VERSION) this.#fits = new Map(known.fits);
  }

  /** The fit for these inputs (plain values, the model's name among them), else what `fit` gives. */
  of<P extends ModelParameters>(inputs: readonly unknown[], fit: () => FitResult<P>): FitResult<P> {
    const name = JSON.stringify(inputs);
    const known = this.#fits.get(name) as FitResult<P> | undefined;
    if (known) return known;
    const result = fit();
    this.#put(name, result);
    return result;
  }

  /** Has the fit for these inputs made elsewhere, once however many ask, unless it is here. `of` finds it then. */
  prepare(
    inputs: readonly unknown[],
    fit: () => Promise<FitResult<ModelParameters>>,
  ): Promise<void> {
    const name = JSON.stringify(inputs);
    if (this.#fits.has(name)) return Promise.resolve();
    let pending = this.#pending.get(name);
    if (!pending) {
      pending = fit()
        .then((result) => this.#put(name, result))
        .finally(() => this.#pending.delete(name));
      this.#pending.set(name, pending);
    }
    return pending;
  }

  #put(name: string, result: FitResult<ModelParameters>): void {
    this.#fits.set(name, result);
    for (const oldest of this.#fits.keys()) {
      if (this.#fits.size <= LIMIT) break;
      this.#fits.delete(oldest);
    }
    this.#keepSoon();
  }

  /** Once for all the fits of one answer. */
  #keepSoon(): void {
    if (this.#keeping) return;
    this.#keeping = true;
    queueMicrotask(() => {
      this.#keeping = false;
      this.#keep({ version: FIT_VERSION, fits: [...this.#fits] });
    });
  }
}
