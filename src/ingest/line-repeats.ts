import { release } from '../analysis/release';
import { grown } from './grown';

/** Places the table begins with. */
const FEWEST_PLACES = 1 << 10;

/**
 * Recognises lines that are identical to an earlier one, by two hashes of 32 bits: five million lines
 * have a chance below one in a million that two different ones are taken for the same.
 *
 * Identical lines have the same order id. So the first line of every order waits at its order, next to the
 * orders that came before and after it, and only further lines of an order go into the table.
 */
export class LineRepeats {
  #size = 0;
  /** Both halves of each hash side by side, so that looking one up costs one access to memory. */
  #table = new Int32Array(2 * FEWEST_PLACES);
  /** Both halves of the first line of each order; zero while there is none. */
  #firstLines = new Int32Array(2 * FEWEST_PLACES);
  /** Orders from this number on have no first line yet: those of most rows, which need not be asked for it. */
  #untouched = 0;
  /** A guess at how many orders there will be; a good one saves copying. */
  expectedOrders = 0;
  #high = 0;
  #low = 0;

  /**
   * Whether the line was seen before; remembers it. Call `hash` first.
   * @param order number of the line's order id, -1 without one
   */
  seenBefore(order: number): boolean {
    // Both halves zero mark an empty place; a line that hashes so is moved aside.
    if (this.#high === 0 && this.#low === 0) this.#low = 1;
    if (order < 0) return this.#inTable();
    const place = 2 * order;
    if (place + 2 > this.#firstLines.length)
      this.#firstLines = grown(
        this.#firstLines,
        Int32Array,
        Math.max(place + 2, 2 * this.expectedOrders),
      );
    const first = this.#firstLines;
    if (order >= this.#untouched || (first[place] === 0 && first[place + 1] === 0)) {
      if (order >= this.#untouched) this.#untouched = order + 1;
      first[place] = this.#high;
      first[place + 1] = this.#low;
      return false;
    }
    return (first[place] === this.#high && first[place + 1] === this.#low) || this.#inTable();
  }

  /** Gives the memory back: nothing can be asked any more. */
  release(): void {
    release(this.#table, this.#firstLines);
  }

  #inTable(): boolean {
    const table = this.#table;
    const place = emptyOr(table, this.#high, this.#low);
    if (table[place] !== 0 || table[place + 1] !== 0) return true;
    table[place] = this.#high;
    table[place + 1] = this.#low;
    this.#size++;
    if (this.#size * 4 > table.length) this.#grow();
    return false;
  }

  /**
   * Remembers the first `count` lines of some, and calls back for each that was seen before.
   *
   * @param hashes both halves of the hash of each line, as `hash` works them out
   * @param orders number of each line's order id; null without any
   */
  remember(
    hashes: Int32Array,
    orders: Uint32Array | null,
    count: number,
    onRepeat: (line: number) => void,
  ): void {
    for (let line = 0; line < count; line++) {
      this.#high = hashes[2 * line];
      this.#low = hashes[2 * line + 1];
      if (this.seenBefore(orders === null ? -1 : orders[line])) onRepeat(line);
    }
  }

  /** Takes the bytes of a line, without its end; eight at a time. */
  hash(bytes: DataView, start: number, end: number): void {
    let high = 0x9e3779b9 | 0;
    let low = (end - start) | 0;
    let at = start;
    for (; at + 8 <= end; at += 8) {
      high = Math.imul(high ^ bytes.getInt32(at, true), 0x85ebca6b);
      low = Math.imul(low ^ bytes.getInt32(at + 4, true), 0xc2b2ae35);
      const crossed = high ^ (low >>> 15);
      low ^= (high >>> 13) ^ (high << 7);
      high = crossed;
    }
    // The last eight bytes again rather than the rest one by one, where there are as many.
    if (at < end && end - start >= 8) {
      high = Math.imul(high ^ bytes.getInt32(end - 8, true), 0x85ebca6b);
      low = Math.imul(low ^ bytes.getInt32(end - 4, true) ^ (high >>> 13), 0xc2b2ae35);
      high ^= low >>> 15;
      at = end;
    }
    for (; at < end; at++) {
      const byte = bytes.getUint8(at);
      high = Math.imul(high ^ byte, 0x85ebca6b);
      low = Math.imul(low ^ byte ^ (high >>> 13), 0xc2b2ae35);
      high ^= low >>> 15;
    }
    high = Math.imul(high ^ (high >>> 16), 0x7feb352d);
    low = Math.imul(low ^ (low >>> 15) ^ (high >>> 16), 0x846ca68b);
    this.#high = high ^ (low >>> 13);
    this.#low = low ^ (low >>> 16);
  }

  #grow(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0 && old[from + 1] === 0) continue;
      const place = emptyOr(table, old[from], old[from + 1]);
      table[place] = old[from];
      table[place + 1] = old[from + 1];
    }
    release(old);
    this.#table = table;
  }
}

/** The place that holds a hash, or the empty one where it belongs. */
function emptyOr(table: Int32Array, high: number, low: number): number {
  const mask = table.length - 1;
  let place = (high << 1) & mask;
  while (
    (table[place] !== 0 || table[place + 1] !== 0) &&
    (table[place] !== high || table[place + 1] !== low)
  )
    place = (place + 2) & mask;
  return place;
}
