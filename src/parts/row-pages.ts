import type { TableValue } from './table-cell';

export type TableRow = readonly TableValue[];
/** Rows from `offset` on, at most `limit`; fewer only at the end. */
export type RowProvider = (offset: number, limit: number) => Promise<readonly TableRow[]>;

/** Rows asked for at once. */
export const PAGE = 100;
/** Pages kept; scrolled past, the oldest go. */
const KEPT = 40;

/**
 * Pages of a long table as they are scrolled to: each asked for once, late answers to a closed question dropped, errors
 * given on.
 */
export class RowPages {
  #pages = new Map<number, readonly TableRow[] | 'asked'>();
  #closed = false;

  constructor(
    private readonly provide: RowProvider,
    private readonly arrived: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The row, or null while it is on its way. */
  row(index: number): TableRow | null {
    const page = this.#pages.get(Math.floor(index / PAGE));
    return page === undefined || page === 'asked' ? null : (page[index % PAGE] ?? null);
  }

  /** Asks for the pages that hold rows first to last. */
  need(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      if (this.#pages.has(page)) continue;
      this.#pages.set(page, 'asked');
      this.provide(page * PAGE, PAGE).then(
        (rows) => {
          if (this.#closed) return;
          this.#pages.set(page, rows);
          if (this.#pages.size > KEPT) this.#pages.delete(this.#farthest(page));
          this.arrived();
        },
        (error: unknown) => {
          if (this.#closed) return;
          this.#pages.delete(page);
          this.failed(error);
        },
      );
    }
  }

  /** No answer is taken any more. */
  close(): void {
    this.#closed = true;
  }

  #farthest(from: number): number {
    return [...this.#pages.keys()].reduce((far, page) =>
      Math.abs(page - from) > Math.abs(far - from) ? page : far,
    );
  }
}
