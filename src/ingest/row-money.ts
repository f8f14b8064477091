import { Amount, amountFault, type AmountFault } from './amount';
import type { Cells } from './cells';
import type { FileAccount, HeldMoney } from './file-account';
import { MOST_EXACT } from './kernel/limits';
import type { MoneyColumn, PartColumn, ReadingPlan } from './reading-plan';
import type { TransactionBuilder } from './transaction-builder';

/** A decimal: mantissa x 10^-places; the mantissa is a double where that is exact, else a bigint. */
interface Decimal {
  mantissa: number;
  exact: bigint | null;
  places: number;
}

/** Reads the money of a row and works out its net amount. Reused from row to row. */
export class RowMoney {
  /** A cell showed another decimal sign than the column was read with. */
  unsettled = false;
  /** Currency written in an amount cell, '' for none. */
  currency = '';
  readonly #plan: ReadingPlan;
  readonly #amounts: Amount[];
  readonly #parts: { column: PartColumn; amount: Amount }[];
  /** A number of the row is more precise than the columns can hold. */
  #rounded = false;
  readonly #heldAmount = new Amount();
  readonly #gross: Decimal = { mantissa: 0, exact: null, places: 0 };

  constructor(plan: ReadingPlan) {
    this.#plan = plan;
    this.#amounts = plan.amount.map(() => new Amount());
    this.#parts = plan.parts.map((column) => ({ column, amount: new Amount() }));
  }

  /** The amount as written is below zero. */
  get negative(): boolean {
    const { mantissa, exact } = this.#gross;
    return exact === null ? mantissa < 0 : exact < 0n;
  }

  /** Reads all money cells; the first fault in the order of the contract, or null. */
  read(cells: Cells): { code: AmountFault; column: number } | null {
    this.currency = '';
    for (let k = 0; k < this.#amounts.length; k++) {
      const column = this.#plan.amount[k];
      const fault = this.#readCell(cells, column, this.#amounts[k]);
      if (fault) return { code: fault, column: column.column };
      if (this.#amounts[k].currency !== '') this.currency = this.#amounts[k].currency;
    }
    for (const { column, amount } of this.#parts) {
      const fault = this.#readCell(cells, column, amount);
      if (fault === 'AMOUNT_EMPTY') amount.set(0, 0, 'none');
      else if (fault) return { code: fault, column: column.column };
    }
    this.#setGross();
    return null;
  }

  /**
   * The net amount of a row that did not come in, as far as its cells can be read under what is known of their
   * columns; null where they cannot. Nothing is learnt from such a row.
   */
  held(cells: Cells): HeldMoney | null {
    const amounts: HeldMoney[] = [];
    for (const column of this.#plan.amount) {
      const one = this.#heldIn(cells, column);
      if (!one) return null;
      amounts.push(one);
    }
    const sum = amounts.reduce((product, one) => ({
      whole: product.whole * one.whole,
      places: product.places + one.places,
    }));
    for (const column of this.#plan.parts) {
      if (!column.deducted) continue;
      const part = this.#heldIn(cells, column);
      if (!part) continue;
      const negated =
        column.part === 'fee' ? this.#plan.negativeFees || part.whole < 0n : part.whole < 0n;
      const places = Math.max(sum.places, part.places);
      const taken = (negated ? -part.whole : part.whole) * 10n ** BigInt(places - part.places);
      sum.whole = sum.whole * 10n ** BigInt(places - sum.places) - taken;
      sum.places = places;
    }
    return sum;
  }

  #heldIn(cells: Cells, { column, decimal }: MoneyColumn): HeldMoney | null {
    const amount = this.#heldAmount;
    cells.amount(column, amount);
    if (amountFault(amount, decimal)) return null;
    return { whole: amount.whole, places: amount.scaleUnder(decimal) ?? 0 };
  }

  #readCell(cells: Cells, column: MoneyColumn, into: Amount): AmountFault | null {
    cells.amount(column.column, into);
    const { evidence } = into;
    if (!column.chosen && evidence !== 'none' && into.fault === null) {
      const proves = evidence === '.' || evidence === ',';
      if (proves) column.decimal ??= evidence;
      if (column.decimal === null || (proves && column.decimal !== evidence)) {
        this.unsettled = true;
        return null;
      }
    }
    return amountFault(into, column.decimal);
  }

  #setGross(): void {
    const gross = this.#gross;
    const first = this.#amounts[0];
    gross.mantissa = first.mantissa;
    gross.exact = first.exact;
    gross.places = first.scaleUnder(this.#plan.amount[0].decimal) ?? 0;
    if (this.#amounts.length === 1) return;
    const second = this.#amounts[1];
    const priceColumn = this.#plan.amount[1];
    gross.places += second.scaleUnder(priceColumn.decimal) ?? 0;
    const product = first.mantissa * second.mantissa;
    if (Math.abs(product) <= MOST_EXACT) gross.mantissa = product === 0 ? 0 : product;
    else {
      gross.exact = first.whole * second.whole;
      gross.mantissa = NaN;
    }
  }

  /** Writes the row's money: net, what it is made of, and the exact sum of the report. */
  store(builder: TransactionBuilder, account: FileAccount, line: number, refunded: boolean): void {
    const gross = this.#gross;
    this.#rounded = false;
    // Raise the scale for every cell first: what is in minor units already must not be left behind.
    for (const { column, amount } of this.#parts)
      builder.minorUnits(0, amount.scaleUnder(column.decimal) ?? 0);
    const grossUnits = this.#minor(builder, gross);
    let net = grossUnits;
    if (!refunded) addTo(account, gross, 1);
    for (const { column, amount } of this.#parts) {
      const part: Decimal = {
        mantissa: amount.mantissa,
        exact: amount.exact,
        places: amount.scaleUnder(column.decimal) ?? 0,
      };
      const sign = this.#sign(column, amount);
      const units = sign * this.#minor(builder, part);
      builder.setPart(column.part, units);
      if (!column.deducted) continue;
      net -= units;
      if (!refunded) addTo(account, part, sign === 1 ? -1 : 1);
    }
    if (refunded) {
      builder.setPart('refund', net);
      net = 0;
    }
    builder.setNet(net, refunded || this.negative);
    if (this.#parts.length > 0 || refunded) builder.setPart('gross', grossUnits);
    this.#remark(account, line);
  }

  #remark(account: FileAccount, line: number): void {
    const { mantissa } = this.#gross;
    if (!this.#rounded && mantissa > 0) return;
    const text = () => String(toDouble(this.#gross));
    if (this.#rounded) account.warn('AMOUNT_ROUNDED', line, text);
    if (this.negative) account.warn('NEGATIVE_AMOUNTS', line, text);
    else if (mantissa === 0) account.warn('ZERO_AMOUNTS', line, text);
  }

  #minor(builder: TransactionBuilder, value: Decimal): number {
    const units = builder.minorUnits(toDouble(value), value.places);
    if (value.exact !== null || !builder.isExact(units, value.places)) this.#rounded = true;
    return units;
  }

  /** What is taken off counts as positive, however the file writes it; a fee given back counts as negative. */
  #sign(column: PartColumn, amount: Amount): 1 | -1 {
    if (column.part === 'fee' && this.#plan.negativeFees) return -1;
    return amount.mantissa < 0 || (amount.exact ?? 0n) < 0n ? -1 : 1;
  }
}

function toDouble({ mantissa, exact }: Decimal): number {
  return exact === null ? mantissa : Number(exact);
}

function addTo(account: FileAccount, { mantissa, exact, places }: Decimal, sign: 1 | -1): void {
  if (exact === null) account.revenue.add(sign * mantissa, places);
  else account.revenue.addExact(BigInt(sign) * exact, places);
}
