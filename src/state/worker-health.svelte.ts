import type { RemoteEngine } from './engine';

/** Time between looks at a worker that owes an answer, in ms. */
const BEAT = 5_000;
/** Looks after which a worker that answers nothing is said to be silent. */
const MISSED = 4;

/**
 * `silent`: it owes an answer and answers nothing, so that it is at something very large, or stuck; `crashed`: an error
 * nobody caught; `not-loaded`: its code did not come.
 */
export type Health = 'well' | 'silent' | 'crashed' | 'not-loaded';

/**
 * Whether the worker lives. It is asked only while an answer is owed: a page at rest asks nothing. A worker that waits
 * for a disk or a file answers meanwhile, one that hangs does not.
 */
export class WorkerHealth {
  #health = $state<Health>('well');
  #owed = 0;
  #answeredOnce = false;
  /** Looks since the question of how it is went unanswered; null when none is on its way. */
  #missed: number | null = null;
  #looking = false;
  readonly #engine: RemoteEngine;

  constructor(engine: RemoteEngine, failed: Promise<never>) {
    this.#engine = engine;
    failed.catch(() => {
      this.#health = this.#answeredOnce ? 'crashed' : 'not-loaded';
    });
  }

  get health(): Health {
    return this.#health;
  }

  /** The engine, whose every call is watched. */
  watched(): RemoteEngine {
    return new Proxy(this.#engine, {
      get: (engine, name) => {
        const call: unknown = Reflect.get(engine, name);
        if (typeof call !== 'function' || name === 'then') return call;
        return (...given: unknown[]) => this.#during(call(...given) as Promise<unknown>);
      },
    });
  }

  async #during<T>(answer: Promise<T>): Promise<T> {
    this.#owed++;
    this.#lookLater();
    try {
      return await answer;
    } finally {
      this.#owed--;
      this.#answered();
    }
  }

  #answered(): void {
    this.#answeredOnce = true;
    if (this.#health === 'silent') this.#health = 'well';
  }

  #lookLater(): void {
    if (this.#looking) return;
    this.#looking = true;
    setTimeout(() => this.#look(), BEAT);
  }

  #look(): void {
    this.#looking = false;
    if (this.#owed === 0 && this.#missed === null) return;
    if (this.#missed === null) this.#ask();
    else if (++this.#missed >= MISSED && this.#answeredOnce && this.#health === 'well')
      this.#health = 'silent';
    this.#lookLater();
  }

  #ask(): void {
    this.#missed = 0;
    const answered = () => {
      this.#missed = null;
      this.#answered();
    };
    // A call that fails is answered too.
    this.#engine.ping().then(answered, answered);
  }
}
