import { type Language, languageAmong } from '../text/language.svelte';

import { OWN, read, write } from './small-storage';

export type Theme = 'system' | 'light' | 'dark';

const THEME = `${OWN}theme`;
const LANGUAGE = `${OWN}language`;
const SINGLE_KEYS = `${OWN}single-keys`;
const IMAGE_GROUND = `${OWN}image-ground`;
const LAST_OPEN = `${OWN}last-open`;

/** What saved images of figures stand on: the page as it is seen, one of its themes, or nothing. */
const IMAGE_GROUNDS = ['page', 'light', 'dark', 'transparent'] as const;
export type ImageGround = (typeof IMAGE_GROUNDS)[number];

/** Small choices of this browser that are no part of a dataset; forgotten where storage is blocked. */
export class Preferences {
  #theme = $state<Theme>('system');
  #singleKeys = $state(read(SINGLE_KEYS) !== 'off');
  #imageGround = $state(IMAGE_GROUNDS.find((known) => known === read(IMAGE_GROUND)) ?? 'page');

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

  /** The language the person chose; null where they left it to the link or the browser. */
  get language(): Language | null {
    return languageAmong([read(LANGUAGE) ?? '']);
  }

  set language(language: Language | null) {
    write(LANGUAGE, language);
  }

  /** Whether keys without Ctrl do something; some who speak to their computer must turn them off. */
  get singleKeys(): boolean {
    return this.#singleKeys;
  }

  set singleKeys(on: boolean) {
    this.#singleKeys = on;
    write(SINGLE_KEYS, on ? null : 'off');
  }

  get imageGround(): ImageGround {
    return this.#imageGround;
  }

  set imageGround(ground: ImageGround) {
    this.#imageGround = ground;
    write(IMAGE_GROUND, ground === 'page' ? null : ground);
  }

  /** Id of the dataset that was open last. */
  get lastOpen(): string | null {
    return read(LAST_OPEN);
  }

  set lastOpen(id: string | null) {
    write(LAST_OPEN, id);
  }

  /** Goes back to what holds where nothing is kept: all of it was removed. */
  forget(): void {
    this.#singleKeys = true;
    this.#imageGround = 'page';
    this.#theme = 'system';
    this.#show();
  }

  #show(): void {
    if (this.#theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#theme;
  }
}
