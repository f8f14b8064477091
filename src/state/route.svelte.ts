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
export const PAGES = [...SHOP_PAGES, 'privacy'] as const;

export type Page = (typeof PAGES)[number];

/** Where the person is: `#/page` or `#/page/detail`, so that back, forward and links work. */
export class Route {
  #page = $state<Page>('data');
  #detail = $state('');

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

  go(page: Page, detail = ''): void {
    location.hash = `/${page}${detail ? `/${encodeURIComponent(detail)}` : ''}`;
  }

  #read(): void {
    const [page = '', detail = ''] = location.hash.replace(/^#\/?/, '').split('/');
    this.#page = PAGES.find((known) => known === page) ?? 'data';
    this.#detail = decodeText(detail);
  }
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
