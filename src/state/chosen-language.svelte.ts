import { type Language, language, languageAmong, speak } from '../text/language.svelte';
import { baseLocale } from '../text/paraglide/runtime';
import type { Preferences } from './preferences.svelte';
import type { Route } from './route.svelte';

/** Which language the page speaks: that of the link, else the person's own choice, else the browser's, else English. */
export class ChosenLanguage {
  readonly #preferences: Preferences;
  readonly #route: Route;

  constructor(preferences: Preferences, route: Route) {
    this.#preferences = preferences;
    this.#route = route;
    this.#speak(
      route.language ?? preferences.language ?? languageAmong(navigator.languages) ?? baseLocale,
    );
    // A link followed within the page may name another language than the one spoken.
    addEventListener('hashchange', () => this.#speak(route.language ?? language()));
  }

  get current(): Language {
    return language();
  }

  /** Speaks `next` from now on, here, in links taken from here and at the next visit. */
  choose(next: Language): void {
    this.#preferences.language = next;
    this.#route.language = next;
    this.#speak(next);
  }

  #speak(next: Language): void {
    speak(next);
    document.documentElement.lang = next;
  }
}
