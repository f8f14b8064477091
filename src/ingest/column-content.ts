import { Amount, readAmount } from './amount';
import { CalendarDate, readDate } from './calendar-date';
import type { Column } from './understanding';

const EXAMPLES = 5;
const MOST_DISTINCT = 1000;
/** Filled cells read to tell what a column holds: the rest is only counted. */
const READ = 200;
/** Share of the cells read that must look alike for the column to count as such. */
const MOSTLY = 0.8;

const amount = new Amount();
const date = new CalendarDate();

/** A date with its parts apart, or yyyymmdd of our times: other bare numbers may be anything. */
export function looksLikeDate(text: string): boolean {
  readDate(text, date);
  if (date.fault !== null && date.fault !== 'DATE_OUT_OF_RANGE') return false;
  if (date.form === 'ordered') return date.evidence !== 'none';
  return (
    date.form === 'fixed' &&
    (/[^\d.]|\..*\./.test(text.trim()) || /^(?:19|20)\d{6}$/.test(text.trim()))
  );
}

/** Money or a count. */
export function looksLikeNumber(text: string): boolean {
  readAmount(text, amount);
  return amount.fault === null;
}

/** What the values of one column look like, whatever the header says. */
export class ColumnContent {
  readonly #index: number;
  readonly #name: string;
  readonly #values = new Set<string>();
  #filled = 0;
  #dates = 0;
  #numbers = 0;
  #withPlaces = 0;

  constructor(index: number, name: string) {
    this.#index = index;
    this.#name = name;
  }

  add(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (this.#values.size < MOST_DISTINCT) this.#values.add(trimmed.slice(0, 200));
    if (this.#filled++ >= READ) return;
    if (looksLikeDate(trimmed)) this.#dates++;
    else if (looksLikeNumber(trimmed)) {
      this.#numbers++;
      if (/[.,]\d{1,2}\D*$/.test(trimmed)) this.#withPlaces++;
    }
  }

  get content(): Column['content'] {
    if (this.#filled === 0) return 'blank';
    const enough = MOSTLY * this.#read;
    if (this.#dates >= enough) return 'date';
    if (this.#numbers >= enough) return 'number';
    return 'text';
  }

  /** Numbers written with decimal places: more likely money than a count or an id. */
  get looksLikeMoney(): boolean {
    return this.content === 'number' && this.#withPlaces > 0.3 * this.#read;
  }

  /** Repeats often enough to describe groups of rows rather than single ones. */
  get describesGroups(): boolean {
    return (
      this.content === 'text' &&
      this.#filled >= 20 &&
      this.#values.size <= Math.min(30, this.#filled / 4)
    );
  }

  /** No value repeats: an id, or a measurement as fine as one. */
  get tellsRowsApart(): boolean {
    return this.#filled >= 20 && this.#values.size >= Math.min(this.#filled, MOST_DISTINCT);
  }

  /** Filled cells that were read. */
  get #read(): number {
    return Math.min(this.#filled, READ);
  }

  toColumn(): Column {
    return {
      index: this.#index,
      name: this.#name,
      examples: [...this.#values].slice(0, EXAMPLES),
      distinct: this.#values.size,
      content: this.content,
    };
  }
}
