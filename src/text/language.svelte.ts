import { baseLocale, isLocale, type Locale, overwriteGetLocale } from './paraglide/runtime';

/** A language the page is written in, by its ISO 639 code. */
export type Language = Locale;

/** Each language in its own name, so that whoever reads only one of them finds it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  vi: 'Tiếng Việt',
  nl: 'Nederlands',
};

let spoken = $state<Language>(baseLocale);

// Every message and every format asks for the locale here: whatever shows one follows the language by itself.
overwriteGetLocale(() => spoken);

/** The language of every message and format. */
export function language(): Language {
  return spoken;
}

/** Changes the language of every message and format; nothing is loaded again and no state is lost. */
export function speak(next: Language): void {
  spoken = next;
}

/** The first language of `wanted` (BCP 47 tags, the dearest first) that the page is written in; else null. */
export function languageAmong(wanted: readonly string[]): Language | null {
  const languages = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return languages.find((code) => isLocale(code)) ?? null;
}
