import { callback } from '../worker/client';
import type { BootstrapAnswer } from '../worker/contract/models';
import type { Settings } from '../worker/contract/settings';
import type { Tenure } from './tenure.svelte';

/** A bootstrap that the person asked for: how far it is, and what came out. */
export class Bootstrap {
  #done = $state<number | null>(null);
  #found = $state.raw<{ about: Settings; answer: BootstrapAnswer } | null>(null);
  #newest = 0;
  readonly #tenure: Tenure;

  constructor(tenure: Tenure) {
    this.#tenure = tenure;
  }

  /** Resamples done so far; null while none is running. */
  get done(): number | null {
    return this.#done;
  }

  /** What came out under these settings; null before. */
  answer(settings: Settings): BootstrapAnswer | null {
    return this.#found?.about === settings ? this.#found.answer : null;
  }

  async run(settings: Settings, draws: number): Promise<void> {
    const mine = ++this.#newest;
    this.#done = 0;
    try {
      const onProgress = callback((done: number) => {
        if (mine === this.#newest) this.#done = done;
      });
      const answer = await this.#tenure.engine.bootstrap(settings, draws, onProgress);
      if (mine !== this.#newest) return;
      if (answer.kind === 'bootstrap') this.#found = { about: settings, answer };
    } catch (problem) {
      this.#tenure.fail(problem);
    }
    if (mine === this.#newest) this.#done = null;
  }

  /** Stops at once for the person; the worker follows at the resample it is at. Without one running it does nothing. */
  async cancel(): Promise<void> {
    if (this.#done === null) return;
    this.#newest++;
    this.#done = null;
    try {
      await this.#tenure.engine.cancelBootstrap();
    } catch (problem) {
      this.#tenure.fail(problem);
    }
  }
}
