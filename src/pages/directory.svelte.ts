import type { Component } from 'svelte';
import type { Page } from '../state/route.svelte';
import { firstPicture } from '../parts/picture';
import { typefaces } from '../parts/typefaces';
import type { Tenure } from '../state/tenure.svelte';
import Data from './Data.svelte';
import { later } from './data/later';
import { shortcuts } from './shell/later';

type PageComponent = Component<{ tenure: Tenure }>;

const LATER: Record<Exclude<Page, 'data'>, () => Promise<{ default: PageComponent }>> = {
  overview: () => import('./Overview.svelte'),
  segments: () => import('./Segments.svelte'),
  retention: () => import('./Retention.svelte'),
  value: () => import('./Value.svelte'),
  lifespan: () => import('./Lifespan.svelte'),
  customers: () => import('./Customers.svelte'),
  report: () => import('./Report.svelte'),
  glossary: () => import('./Glossary.svelte'),
  privacy: () => import('./Privacy.svelte'),
};

/** The pages by name: the first at once, the others behind the first picture. */
export class Directory {
  #pages = $state.raw<Partial<Record<Page, PageComponent>>>({ data: Data });

  page(name: Page): PageComponent | undefined {
    return this.#pages[name];
  }

  /** Loads every page and every typeface, so that nothing is fetched once a file is chosen. */
  async load(): Promise<void> {
    await firstPicture;
    const names = Object.keys(LATER) as (keyof typeof LATER)[];
    await Promise.all([
      ...names.map(async (name) => {
        const loaded = await LATER[name]();
        this.#pages = { ...this.#pages, [name]: loaded.default };
      }),
      ...Object.values(later),
      shortcuts,
      ...typefaces.map(({ font, sample }) => document.fonts.load(font, sample)),
    ]);
  }
}
