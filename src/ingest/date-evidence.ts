import { isoDate } from '../analysis/calendar';
import { CalendarDate, readDate } from './calendar-date';
import type { DateOrder } from './choices';
import type { CellExample, DateReading, Proof } from './understanding';

const KEPT = 5;
/** Dates that begin with another number of digits, or have points, are read in one way: see `readDate`. */
const MAY_BE_ORDERED = /^\s*\d{1,2}[-/]/;

/** What the cells of one date column say about the order of day and month. */
export class DateEvidence {
  readonly column: number;
  readonly role: 'date' | 'endDate';
  readonly #proofs = new Map<DateOrder, Proof[]>();
  readonly #doubtful: CellExample[] = [];

  constructor(column: number, role: 'date' | 'endDate') {
    this.column = column;
    this.role = role;
  }

  add(text: string, line: number): void {
    if (!MAY_BE_ORDERED.test(text)) return;
    readDate(text, date);
    const evidence = date.evidence;
    if (evidence === 'same' || evidence === 'none') return;
    const cell = { line, column: this.column, text };
    if (evidence === 'either') {
      if (this.#doubtful.length < KEPT) this.#doubtful.push(cell);
      return;
    }
    const proofs = this.#proofs.get(evidence) ?? [];
    if (proofs.length < KEPT) proofs.push({ ...cell, proves: evidence });
    this.#proofs.set(evidence, proofs);
  }

  get conflict(): boolean {
    return this.#proofs.size > 1;
  }

  get ambiguous(): boolean {
    return this.#proofs.size === 0 && this.#doubtful.length > 0;
  }

  get proofs(): Proof[] {
    return [...this.#proofs.values()].flat();
  }

  /** The orders worth offering: day first and month first, and year first where a cell proves it. */
  get orders(): DateOrder[] {
    return this.#proofs.has('ymd') ? ['dmy', 'mdy', 'ymd'] : ['dmy', 'mdy'];
  }

  get examples(): CellExample[] {
    return this.conflict
      ? [...this.#proofs.values()].flatMap((proofs) => proofs.slice(0, 2))
      : this.#doubtful.slice(0, 3);
  }

  reading(chosen: DateOrder | undefined): DateReading {
    const base = { column: this.column, role: this.role, proofs: this.proofs };
    if (this.conflict || this.ambiguous) {
      return chosen
        ? { ...base, order: chosen, basis: 'chosen' }
        : { ...base, order: null, basis: 'open' };
    }
    const [proven] = this.#proofs.keys();
    if (this.#proofs.size === 1) return { ...base, order: proven, basis: 'proven' };
    return chosen
      ? { ...base, order: chosen, basis: 'chosen' }
      : { ...base, order: null, basis: 'unneeded' };
  }
}

const date = new CalendarDate();

/** How a cell reads under an order, as an ISO date; null when it does not. */
export function dateAsRead(text: string, order: DateOrder): string | null {
  readDate(text, date);
  const day = date.dayUnder(order);
  return typeof day === 'number' ? isoDate(day) : null;
}
