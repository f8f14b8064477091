import type { Page } from '../../state/route.svelte';

/** What a key or two keys in a row ask for. */
export type KeyAction = { kind: 'palette' | 'help' | 'undo' | 'redo' } | { kind: 'go'; page: Page };

/** The letter after g that leads to each page. */
export const PAGE_KEYS: Partial<Record<Page, string>> = {
  data: 'd',
  overview: 'o',
  segments: 's',
  retention: 'r',
  value: 'v',
  lifespan: 'l',
  customers: 'c',
  report: 'p',
};

/** How long the second key is waited for, ms. */
const WAIT = 1500;

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Reads keys: Ctrl or Cmd with a letter at once, `g` and a letter in a row. */
export class QuickKeys {
  /** When g was pressed, ms; null while no second key is waited for. */
  #begun: number | null = null;

  /**
   * @param now when it was pressed, ms
   * @param single whether keys without Ctrl count (WCAG 2.1.4: they can be turned off)
   * @returns null where the key asks for nothing
   */
  press(press: Press, now: number, single: boolean): KeyAction | null {
    const begun = this.#begun;
    const key = press.key.toLowerCase();
    // The browser tells of Shift on its own before it tells of what is shifted.
    if (key === 'shift') return null;
    this.#begun = null;
    if (press.altKey) return null;
    if (press.ctrlKey || press.metaKey) return withControl(key, press.shiftKey);
    if (!single) return null;
    if (begun !== null && now - begun <= WAIT) {
      const page = (Object.keys(PAGE_KEYS) as Page[]).find((name) => PAGE_KEYS[name] === key);
      if (page) return { kind: 'go', page };
    }
    if (key === '?') return { kind: 'help' };
    if (key === 'g') this.#begun = now;
    return null;
  }
}

function withControl(key: string, shift: boolean): KeyAction | null {
  if (key === 'k' && !shift) return { kind: 'palette' };
  if (key === 'z') return { kind: shift ? 'redo' : 'undo' };
  if (key === 'y' && !shift) return { kind: 'redo' };
  return null;
}
