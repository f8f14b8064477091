import { startEngine } from '../worker/client';
import type { Settings } from '../worker/contract/settings';
import type { RemoteEngine } from './engine';
import { Preferences } from './preferences.svelte';
import { Questions } from './questions.svelte';
import { Route } from './route.svelte';
import { Session } from './session.svelte';
import { SettingsState } from './settings.svelte';

/** Everything the page knows; each part is written by one class only. */
export class Tenure {
  readonly engine: RemoteEngine;
  readonly route = new Route();
  readonly preferences = new Preferences();
  readonly questions: Questions;
  readonly settings: SettingsState;
  readonly session: Session;
  #broken = $state.raw<unknown>(null);

  /** @param pages settles when all pages are there */
  constructor(pages: Promise<void>) {
    const { engine, failed } = startEngine();
    this.engine = engine;
    this.questions = new Questions(engine);
    this.settings = new SettingsState((settings) => this.#keep(settings));
    const loaded = Promise.all([pages, engine.loaded()]).then(() => undefined);
    this.session = new Session(engine, loaded, (entry) => {
      this.questions.forget();
      this.preferences.lastOpen = entry?.id ?? null;
      if (entry) this.settings.open(entry.settings);
    });
    this.session.start(this.preferences.lastOpen).catch((problem: unknown) => this.fail(problem));
    failed.catch((problem: unknown) => this.fail(problem));
    addEventListener('unhandledrejection', (event) => this.fail(event.reason));
    addEventListener('error', (event) => this.fail(event.error));
  }

  /** What failed that nothing else told the person about; null while all is well. */
  get broken(): unknown {
    return this.#broken;
  }

  /** Tells the person that something failed that should not. */
  fail(problem: unknown): void {
    this.#broken = problem;
  }

  #keep(settings: Settings): void {
    this.engine.keepSettings(settings).then(
      (done) => {
        if (done.kind === 'failed') this.fail(done.failure);
      },
      (problem: unknown) => this.fail(problem),
    );
  }
}
