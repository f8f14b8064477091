import { DEFAULT_SETTINGS, type Settings } from '../worker/contract/settings';

const DEPTH = 100;

export type SettingKey = keyof Settings;

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

  /** @returns the names of the settings that are again as they were; none where nothing can be undone */
  undo(): SettingKey[] {
    const previous = this.#past.at(-1);
    if (!previous) return [];
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#current, ...this.#future];
    return this.#show(previous);
  }

  /** @returns the names of the settings that changed again; none where nothing was undone */
  redo(): SettingKey[] {
    const next = this.#future.at(0);
    if (!next) return [];
    this.#past = [...this.#past, this.#current];
    this.#future = this.#future.slice(1);
    return this.#show(next);
  }

  #show(settings: Settings): SettingKey[] {
    const changed = changedSettings(this.#current, settings);
    this.#current = settings;
    this.#persist(settings);
    return changed;
  }
}

/** Names of the settings in which two differ, by content. */
export function changedSettings(one: Settings, other: Settings): SettingKey[] {
  return (Object.keys(other) as SettingKey[]).filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  );
}
