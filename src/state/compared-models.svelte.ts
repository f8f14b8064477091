import type { ModelsAnswer } from '../worker/contract/models';
import type { Settings } from '../worker/contract/settings';
import type { Tenure } from './tenure.svelte';

/** The comparison of the models under the newest settings; an older one gives way at once. */
export class ComparedModels {
  #answer = $state.raw<ModelsAnswer | null>(null);
  #pending = $state(false);
  #asked = 0;

  /** The newest comparison there is; null before the first. */
  get answer(): ModelsAnswer | null {
    return this.#answer;
  }

  /** Whether what is shown is an older comparison, or none. */
  get pending(): boolean {
    return this.#pending;
  }

  ask(tenure: Tenure, settings: Settings): void {
    const mine = ++this.#asked;
    void this.#wait(tenure, settings, mine);
  }

  async #wait(tenure: Tenure, settings: Settings, mine: number): Promise<void> {
    // After the effect that asked: what is written here must not run it again.
    await Promise.resolve();
    this.#pending = true;
    try {
      const answer = await tenure.engine.models(settings);
      if (mine === this.#asked && answer.kind === 'models') this.#answer = answer;
    } catch (problem) {
      tenure.fail(problem);
    }
    if (mine === this.#asked) this.#pending = false;
  }
}
