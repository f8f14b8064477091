/**
 * The worker's latest answer to a question that is asked again and again.
 *
 * One request is in flight at a time and only the newest waits behind it, so that a dragged slider
 * asks as often as the worker answers, and an older answer never overwrites a newer one.
 */
export class Answer<T> {
  #value = $state.raw<T | null>(null);
  #problem = $state.raw<unknown>(null);
  #pending = $state(false);
  /** As `#pending`, but asking in an effect must not make the effect depend on it. */
  #running = false;
  #waiting: (() => Promise<T>) | null = null;
  #generation = 0;

  /** The newest answer there is; null before the first, and after `forget`. */
  get value(): T | null {
    return this.#value;
  }

  /** What the newest request failed with; null when it answered. */
  get problem(): unknown {
    return this.#problem;
  }

  /** Whether a request is on its way: what is shown is then an older answer. */
  get pending(): boolean {
    return this.#pending;
  }

  ask(question: () => Promise<T>): void {
    this.#waiting = question;
    if (!this.#running) void this.#run();
  }

  /** Drops the answer and every request for it: the data it was about is gone. */
  forget(): void {
    this.#generation++;
    this.#waiting = null;
    this.#value = null;
    this.#problem = null;
  }

  async #run(): Promise<void> {
    this.#running = true;
    // After the effect that asked: what is written here must not run it again.
    await Promise.resolve();
    this.#pending = true;
    while (this.#waiting) {
      const question = this.#waiting;
      const generation = this.#generation;
      this.#waiting = null;
      const outcome = await question().then(
        (value) => ({ value, problem: null }),
        (problem: unknown) => ({ value: this.#value, problem }),
      );
      if (generation !== this.#generation) continue;
      this.#value = outcome.value;
      this.#problem = outcome.problem;
    }
    this.#running = false;
    this.#pending = false;
  }
}
