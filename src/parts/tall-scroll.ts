/** Firefox draws nothing taller than about 17.8 million px, Chromium than 33.5 million. */
const TALLEST = 15_000_000;

/**
 * Scrolls rows that are taller together than a browser can draw an element: each px of the scroll bar then stands
 * for more than one px of rows, so that the last row comes into sight at its end.
 */
export class TallScroll {
  /** How tall the scrolled element is, px. */
  readonly height: number;
  readonly #scale: number;

  /** @param rows height of all rows, px; `view` that of the window they are scrolled in */
  constructor(rows: number, view: number) {
    this.height = Math.min(rows, TALLEST);
    this.#scale = rows > this.height ? (rows - view) / (this.height - view) : 1;
  }

  /** Px of rows above the window at this place of the scroll bar. */
  toRows(scrollTop: number): number {
    return scrollTop * this.#scale;
  }

  toScrollTop(rows: number): number {
    return rows / this.#scale;
  }
}
