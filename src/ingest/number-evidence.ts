import { Amount, amountFault, decimalText, readAmount } from './amount';
import type { DecimalSign } from './choices';
import type { Role } from './roles';
import type { CellExample, NumberReading, Proof } from './understanding';

const KEPT = 5;

/** What the cells of one money column say about its decimal sign. */
export class NumberEvidence {
  readonly column: number;
  readonly role: Role;
  readonly #points: Proof[] = [];
  readonly #commas: Proof[] = [];
  readonly #doubtful: CellExample[] = [];

  constructor(column: number, role: Role) {
    this.column = column;
    this.role = role;
  }

  /** Takes one cell into account; returns the amount as read, which the next call overwrites. */
  add(text: string, line: number): Amount {
    readAmount(text, amount);
    if (amount.fault) return amount;
    const cell = { line, column: this.column, text };
    if (amount.evidence === '.') keep(this.#points, { ...cell, proves: '.' });
    else if (amount.evidence === ',') keep(this.#commas, { ...cell, proves: ',' });
    else if (amount.evidence !== 'none') keep(this.#doubtful, cell);
    return amount;
  }

  get conflict(): boolean {
    return this.#points.length > 0 && this.#commas.length > 0;
  }

  /** Cells read differently by the two signs, and none proves either. */
  get ambiguous(): boolean {
    return this.#doubtful.length > 0 && this.#points.length === 0 && this.#commas.length === 0;
  }

  get proofs(): Proof[] {
    return [...this.#points, ...this.#commas];
  }

  /** Cells to show beside the question. */
  get examples(): CellExample[] {
    return this.conflict
      ? [...this.#points.slice(0, 2), ...this.#commas.slice(0, 2)]
      : this.#doubtful.slice(0, 3);
  }

  /** The reading of the column: the person's choice, else what is proven. */
  reading(chosen: DecimalSign | undefined): NumberReading {
    const base = { column: this.column, role: this.role, proofs: this.proofs };
    if (this.conflict || this.ambiguous) {
      return chosen
        ? { ...base, decimal: chosen, basis: 'chosen' }
        : { ...base, decimal: null, basis: 'open' };
    }
    if (this.#points.length > 0) return { ...base, decimal: '.', basis: 'proven' };
    if (this.#commas.length > 0) return { ...base, decimal: ',', basis: 'proven' };
    return chosen
      ? { ...base, decimal: chosen, basis: 'chosen' }
      : { ...base, decimal: null, basis: 'unneeded' };
  }
}

const amount = new Amount();

/** How a cell reads with a decimal sign, as a plain decimal; null when it does not. */
export function amountAsRead(text: string, decimal: DecimalSign): string | null {
  readAmount(text, amount);
  if (amountFault(amount, decimal)) return null;
  return decimalText(amount.whole, amount.scaleUnder(decimal) ?? 0);
}

function keep<T>(list: T[], item: T): void {
  if (list.length < KEPT) list.push(item);
}
