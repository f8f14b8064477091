/** How long a lock may take to come free when its tab is being closed or reloaded, in ms. */
const PATIENCE = 1500;

/**
 * Who may change the open dataset: `here` this tab; `elsewhere` another tab had it before; `taken` another tab has
 * taken it over.
 */
export type Owner = 'here' | 'elsewhere' | 'taken';

/**
 * One tab at a time changes a dataset: it holds a lock of the dataset's name. The other tabs show it, and what is
 * changed there is not kept. A browser without Web Locks lets every tab change: the last to write stays.
 */
export class Ownership {
  #owner = $state<Owner>('here');
  #dataset: string | null = null;
  #release: () => void = () => undefined;

  get owner(): Owner {
    return this.#owner;
  }

  /** Asks for a dataset that is being opened, and lets go of the one before. */
  claim(dataset: string): void {
    if (dataset === this.#dataset && this.#owner === 'here') return;
    this.release();
    this.#dataset = dataset;
    this.#hold(dataset, { signal: AbortSignal.timeout(PATIENCE) });
  }

  /** Takes the dataset from whichever tab has it. @returns when this tab has it */
  async takeOver(): Promise<void> {
    const dataset = this.#dataset;
    if (dataset === null) return;
    await new Promise<void>((granted) => this.#hold(dataset, { steal: true }, granted));
  }

  /** Lets go: no dataset is open, or none that is kept. */
  release(): void {
    this.#release();
    this.#release = () => undefined;
    this.#dataset = null;
    this.#owner = 'here';
  }

  #hold(dataset: string, options: LockOptions, granted: () => void = () => undefined): void {
    if (!('locks' in navigator)) {
      granted();
      return;
    }
    const held = navigator.locks.request(`tenure:${dataset}`, options, () => {
      granted();
      if (dataset !== this.#dataset) return undefined;
      this.#owner = 'here';
      return new Promise<void>((release) => (this.#release = release));
    });
    held.catch((problem: unknown) => {
      if (dataset !== this.#dataset) return;
      const late = problem instanceof DOMException && problem.name === 'TimeoutError';
      this.#owner = late ? 'elsewhere' : 'taken';
    });
  }
}
