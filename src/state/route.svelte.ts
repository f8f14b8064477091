import { type Language, languageAmong } from '../text/language.svelte';

/** The pages about a shop, in the order of the navigation. */
export const SHOP_PAGES = [
  'data',
  'overview',
  'segments',
  'retention',
  'value',
  'lifespan',
  'customers',
] as const;

/** All pages there are. */
export const PAGES = [...SHOP_PAGES, 'report', 'glossary', 'privacy'] as const;

export type Page = (typeof PAGES)[number];

/**
 * Where the person is: `#/page` or `#/page/detail`, so that back, forward and links work. `?lang=nl` behind it names the
 * language; once named, every later address of this page names it too.
 */
export class Route {
  #page = $state<Page>('data');
  #detail = $state('');
  #language = $state<Language | null>(null);

  constructor() {
    this.#read();
    addEventListener('hashchange', () => this.#read());
  }

  get page(): Page {
    return this.#page;
  }

  /** What follows the page in the address, such as a customer; empty when nothing does. */
  get detail(): string {
    return this.#detail;
  }

  /** The language the address names; null where it names none. */
  get language(): Language | null {
    return this.#language;
  }

  set language(language: Language | null) {
    this.#language = language;
    this.replace(this.#page, this.#detail);
  }

  /** The address of a page within this document: `#/lifespan/detail?lang=nl`. */
  address(page: Page, detail = ''): string {
    const path = `#/${page}${detail ? `/${encodeURIComponent(detail)}` : ''}`;
    return this.#language === null ? path : `${path}?lang=${this.#language}`;
  }

  go(page: Page, detail = ''): void {
    location.hash = this.address(page, detail);
  }

  /** Writes the address without a new step of the browser's history. */
  replace(page: Page, detail = ''): void {
    const hash = this.address(page, detail);
    if (location.hash === hash) return;
    history.replaceState(history.state, '', hash);
    this.#read();
  }

  #read(): void {
    const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
    const [page = '', detail = ''] = path.split('/');
    this.#page = PAGES.find((known) => known === page) ?? 'data';
    this.#detail = decodeText(detail);
    const named = languageAmong([/(?:^|&)lang=([\w-]+)/.exec(query)?.[1] ?? '']);
    if (named !== null) this.#language = named;
    // A plain link was followed: the language stays named.
    else if (this.#language !== null) this.replace(this.#page, this.#detail);
  }
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
