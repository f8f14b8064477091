import {
  NO_DAY,
  type AmountPart,
  type Attribute,
  type Transactions,
} from '../analysis/transactions';
import { resized } from './grown';
import { MOST_EXACT, MOST_PLACES } from './kernel/limits';

/** Columns grow this many times at once at most, however many rows are expected: the guess may be wild. */
const MOST_GROWTH = 512;

/** Columns of accepted rows, growing as rows come in. */
export class TransactionBuilder {
  rowCount = 0;
  /** A guess at how many rows there will be; a good one saves copying columns, and their empty ends. */
  expectedRows = 0;
  /** Decimal places of a minor unit; grows with the most precise amount. */
  scale = 2;
  #customer = new Uint32Array(1024);
  #day = new Int32Array(1024);
  #net = new Float64Array(1024);
  #refund = new Uint8Array(1024);
  #minute: Int16Array<ArrayBuffer> | null = null;
  #order: Int32Array<ArrayBuffer> | null = null;
  #endDay: Int32Array<ArrayBuffer> | null = null;
  readonly #parts = new Map<AmountPart, Float64Array<ArrayBuffer>>();
  readonly #attributes: { name: string; code: Uint32Array<ArrayBuffer> }[] = [];

  /** Begins a row whose net amount is set next. */
  add(customer: number, day: number): void {
    const row = this.rowCount++;
    if (row >= this.#customer.length) this.#grow();
    this.#customer[row] = customer;
    this.#day[row] = day;
  }

  /**
   * Adds the first `count` rows of some columns, none of them a refund; returns the number of the first.
   * @param net minor units at the present scale
   */
  addRows(count: number, customer: Uint32Array, day: Int32Array, net: Float64Array): number {
    const first = this.rowCount;
    this.rowCount += count;
    if (this.rowCount > this.#customer.length) this.#grow();
    this.#customer.set(customer.subarray(0, count), first);
    this.#day.set(day.subarray(0, count), first);
    this.#net.set(net.subarray(0, count), first);
    if (this.#parts.size > 0) this.#part('gross').set(net.subarray(0, count), first);
    return first;
  }

  /** @param net minor units at the present scale (see `minorUnits`) */
  setNet(net: number, refund: boolean): void {
    this.#net[this.rowCount - 1] = net;
    this.#refund[this.rowCount - 1] = refund ? 1 : 0;
    if (this.#parts.size > 0) this.setPart('gross', net);
  }

  /** @param value minor units at the present scale */
  setPart(part: AmountPart, value: number): void {
    this.#part(part)[this.rowCount - 1] = value;
  }

  #part(part: AmountPart): Float64Array<ArrayBuffer> {
    let column = this.#parts.get(part);
    if (!column) {
      column = new Float64Array(this.#customer.length);
      // Rows before the first one with such a part had nothing taken off: what came in was net.
      if (part === 'gross') column.set(this.#net.subarray(0, this.rowCount));
      this.#parts.set(part, column);
    }
    return column;
  }

  setMinute(minute: number): void {
    this.#minute ??= new Int16Array(this.#customer.length).fill(-1);
    this.#minute[this.rowCount - 1] = minute;
  }

  /** @param order dense number of the row's order id */
  setOrder(order: number): void {
    this.#order ??= new Int32Array(this.#customer.length).fill(-1);
    this.#order[this.rowCount - 1] = order;
  }

  /** Orders of the `count` rows from one on. */
  setOrders(from: number, count: number, orders: Uint32Array): void {
    this.#order ??= new Int32Array(this.#customer.length).fill(-1);
    this.#order.set(orders.subarray(0, count), from);
  }

  setEndDay(day: number): void {
    this.#endDay ??= new Int32Array(this.#customer.length).fill(NO_DAY);
    this.#endDay[this.rowCount - 1] = day;
  }

  /** Place of the description with a name, for `setAttribute`. */
  attribute(name: string): number {
    const known = this.#attributes.findIndex((attribute) => attribute.name === name);
    if (known >= 0) return known;
    return this.#attributes.push({ name, code: new Uint32Array(this.#customer.length) }) - 1;
  }

  setAttribute(place: number, code: number): void {
    this.#attributes[place].code[this.rowCount - 1] = code;
  }

  /** Descriptions of the `count` rows from one on. */
  setAttributes(place: number, from: number, count: number, codes: Uint32Array): void {
    this.#attributes[place].code.set(codes.subarray(0, count), from);
  }

  /**
   * mantissa x 10^-places in minor units. When it has more places than any amount before, the scale grows
   * and all that is there is raised to it; beyond MOST_PLACES, or 2^53, the result is rounded.
   */
  minorUnits(mantissa: number, places: number): number {
    if (places > this.scale && this.scale < MOST_PLACES) this.#raise(Math.min(places, MOST_PLACES));
    if (places <= this.scale) return mantissa * POWERS[this.scale - places];
    return Math.round(mantissa / 10 ** (places - this.scale));
  }

  isExact(minorUnits: number, places: number): boolean {
    return places <= this.scale && Math.abs(minorUnits) <= MOST_EXACT;
  }

  /**
   * The columns as long as there are rows. The builder gives them up, and is of no use then. Their empty ends stay
   * behind them: nobody has written there, so they take no memory, while a copy of the rest would.
   */
  finish(customerCount: number, orders: number, attributes: Map<string, string[]>): Transactions {
    const n = this.rowCount;
    this.#lower();
    const order = this.#order && this.#orderNumbers(this.#order, orders);
    const parts: Transactions['parts'] = {};
    for (const [part, column] of this.#parts) parts[part] = column.subarray(0, n);
    const described = this.#attributes.map(({ name, code }): Attribute => ({
      name,
      values: attributes.get(name) ?? [''],
      code: code.subarray(0, n),
    }));
    return {
      rowCount: n,
      customerCount,
      customer: this.#customer.subarray(0, n),
      day: this.#day.subarray(0, n),
      minute: this.#minute && this.#minute.subarray(0, n),
      net: this.#net.subarray(0, n),
      scale: this.scale,
      order,
      refund: this.#refund.subarray(0, n),
      parts,
      attributes: described,
      referredBy: null,
      endDay: this.#endDay && this.#endDay.subarray(0, n),
    };
  }

  /** Rows without an order id share one per day: with the customer, that makes the day's rows one order. */
  #orderNumbers(order: Int32Array<ArrayBuffer>, orders: number): Uint32Array {
    const days = new Map<number, number>();
    for (let row = 0; row < this.rowCount; row++) {
      if (order[row] >= 0) continue;
      const day = this.#day[row];
      const number = days.get(day) ?? orders + days.size;
      days.set(day, number);
      order[row] = number;
    }
    return new Uint32Array(order.buffer, 0, this.rowCount);
  }

  #raise(scale: number): void {
    const factor = POWERS[scale - this.scale];
    for (const column of [this.#net, ...this.#parts.values()])
      for (let row = 0; row < this.rowCount; row++) column[row] *= factor;
    this.scale = scale;
  }

  /** Takes back places that no amount needs: floating-point noise such as 3.6900000000000004 raised them. */
  #lower(): void {
    const columns = [this.#net, ...this.#parts.values()];
    const divisible = (column: Float64Array) => {
      for (let row = 0; row < this.rowCount; row++) if (column[row] % 10 !== 0) return false;
      return true;
    };
    while (this.scale > 2 && columns.every(divisible)) {
      for (const column of columns) for (let row = 0; row < this.rowCount; row++) column[row] /= 10;
      this.scale--;
    }
  }

  #grow(): void {
    const from = this.#customer.length;
    const least = Math.max(
      this.rowCount,
      from + (from >> 1),
      Math.min(this.expectedRows, from * MOST_GROWTH),
    );
    this.#customer = resized(this.#customer, Uint32Array, least);
    this.#day = resized(this.#day, Int32Array, least);
    this.#net = resized(this.#net, Float64Array, least);
    this.#refund = resized(this.#refund, Uint8Array, least);
    if (this.#minute) this.#minute = resized(this.#minute, Int16Array, least).fill(-1, from);
    if (this.#order) this.#order = resized(this.#order, Int32Array, least).fill(-1, from);
    if (this.#endDay) this.#endDay = resized(this.#endDay, Int32Array, least).fill(NO_DAY, from);
    for (const [part, column] of this.#parts)
      this.#parts.set(part, resized(column, Float64Array, least));
    for (const attribute of this.#attributes)
      attribute.code = resized(attribute.code, Uint32Array, least);
  }
}

const POWERS = Array.from({ length: MOST_PLACES + 1 }, (_, places) => 10 ** places);
