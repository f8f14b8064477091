import { DEFAULT_SETTINGS, type Settings } from '../worker/contract/settings';

const DEPTH = 100;

/**
 * The settings of the open dataset. The one place that changes them: every change can be undone and
 * is handed to `persist`.
 */
export class SettingsState {
  #current = $state.raw<Settings>(DEFAULT_SETTINGS);
  #past = $state.raw<Settings[]>([]);
  #future = $state.raw<Settings[]>([]);
  readonly #persist: (settings: Settings) => void;

  constructor(persist: (settings: Settings) => void) {
    this.#persist = persist;
  }

  get current(): Settings {
    return this.#current;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Takes over the settings of a dataset just opened; what was done to another cannot be undone. */
  open(settings: Settings): void {
    this.#current = settings;
    this.#past = [];
    this.#future = [];
  }

  change(part: Partial<Settings>): void {
    const next = { ...this.#current, ...part };
    if (JSON.stringify(next) === JSON.stringify(this.#current)) return;
    this.#past = [...this.#past, this.#current].slice(-DEPTH);
    this.#future = [];
    this.#show(next);
  }

  undo(): void {
    const previous = this.#past.at(-1);
    if (!previous) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#current, ...this.#future];
    this.#show(previous);
  }

  redo(): void {
    const next = this.#future.at(0);
    if (!next) return;
    this.#past = [...this.#past, this.#current];
    this.#future = this.#future.slice(1);
    this.#show(next);
  }

  #show(settings: Settings): void {
    this.#current = settings;
    this.#persist(settings);
  }
}
