export type Theme = 'system' | 'light' | 'dark';

/** What every key of this page begins with. */
const OWN = 'tenure:';
const THEME = `${OWN}theme`;
const LAST_OPEN = `${OWN}last-open`;

/** Small choices of this browser that are no part of a dataset; forgotten where storage is blocked. */
export class Preferences {
  #theme = $state<Theme>('system');

  constructor() {
    const kept = read(THEME);
    this.#theme = kept === 'light' || kept === 'dark' ? kept : 'system';
    this.#show();
  }

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    write(THEME, theme === 'system' ? null : theme);
    this.#show();
  }

  /** Id of the dataset that was open last. */
  get lastOpen(): string | null {
    return read(LAST_OPEN);
  }

  set lastOpen(id: string | null) {
    write(LAST_OPEN, id);
  }

  /** Removes every trace of this page, saved scenarios among them, from the browser's small storage. */
  erase(): void {
    for (const key of ownKeys()) write(key, null);
    this.#theme = 'system';
    this.#show();
  }

  #show(): void {
    if (this.#theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#theme;
  }
}

function ownKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(OWN));
  } catch {
    return [];
  }
}

/** Storage throws where the browser blocks it; preferences then last as long as the page. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Blocked storage is no failure of what the person asked for.
  }
}
