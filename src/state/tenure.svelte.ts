import { startEngine } from '../worker/client';
import type { DatasetEntry } from '../worker/contract/datasets';
import type { Settings } from '../worker/contract/settings';
import { BrowserStorage } from './browser-storage.svelte';
import { ChosenLanguage } from './chosen-language.svelte';
import { Datasets } from './datasets.svelte';
import type { RemoteEngine } from './engine';
import { OfflineCopy } from './offline-copy.svelte';
import { type Removed, removeTraces } from './own-traces';
import { Ownership } from './ownership.svelte';
import { Preferences } from './preferences.svelte';
import { Questions } from './questions.svelte';
import { Route } from './route.svelte';
import { Session } from './session.svelte';
import { SettingsState } from './settings.svelte';
import { WorkerHealth } from './worker-health.svelte';

/** Everything the page knows; each part is written by one class only. */
export class Tenure {
  readonly engine: RemoteEngine;
  readonly route = new Route();
  readonly preferences = new Preferences();
  readonly language = new ChosenLanguage(this.preferences, this.route);
  readonly questions: Questions;
  readonly settings: SettingsState;
  readonly offline = new OfflineCopy();
  readonly health: WorkerHealth;
  readonly ownership = new Ownership();
  readonly storage = new BrowserStorage();
  readonly datasets: Datasets;
  readonly session: Session;
  #broken = $state.raw<unknown>(null);

  /** @param pages settles when all pages are there */
  constructor(pages: Promise<void>) {
    const { engine, failed } = startEngine();
    this.health = new WorkerHealth(engine, failed);
    this.engine = this.health.watched();
    this.questions = new Questions(this.engine);
    this.settings = new SettingsState((settings) => this.#keep(settings));
    // The copy comes last, so that it takes from the browser's cache what the page has loaded.
    const loaded = pages.then(() => this.engine.loaded()).then(() => this.offline.keep());
    this.datasets = new Datasets(this.engine, (entry, kept) => this.#opened(entry, kept));
    this.session = new Session(this.engine, this.datasets, loaded, () => {
      // Not asked at first sight, nor for a sample: only now there is something of theirs to lose.
      this.storage.askForPromise().catch((problem: unknown) => this.fail(problem));
    });
    this.session.start(this.preferences.lastOpen).catch((problem: unknown) => this.fail(problem));
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

  /** Removes every trace of this page from the browser. @returns what there was; null where the store stayed */
  async eraseEverything(): Promise<(Removed & { datasets: number }) | null> {
    const datasets = this.datasets.entries.length;
    if (!(await this.datasets.erase())) return null;
    this.ownership.release();
    const removed = await removeTraces();
    this.preferences.forget();
    return { ...removed, datasets };
  }

  /** Takes the open dataset over from another tab, as that tab left it. */
  async takeOver(): Promise<void> {
    await this.ownership.takeOver();
    const { open } = this.datasets;
    if (open) await this.session.open(open.id);
  }

  /** Opens the page anew, without the dataset at which the worker may have stuck. */
  restart(): void {
    this.preferences.lastOpen = null;
    location.reload();
  }

  #opened(entry: DatasetEntry | null, kept: boolean): void {
    this.questions.forget();
    this.preferences.lastOpen = kept && entry ? entry.id : null;
    if (entry && kept) this.ownership.claim(entry.id);
    else this.ownership.release();
    if (entry) this.settings.open(entry.settings);
  }

  #keep(settings: Settings): void {
    // Another tab changes this dataset: what is tried here is not kept, and the person was told.
    if (this.ownership.owner !== 'here') return;
    this.datasets.keepSettings(settings).catch((problem: unknown) => this.fail(problem));
  }
}
