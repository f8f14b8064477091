/** Places the table begins with, at least and at most; it grows when it is half full. */
const FEWEST_PLACES = 1 << 10;
const MOST_PLACES_AT_START = 1 << 22;

/**
 * Recognises lines that are identical to an earlier one, by two hashes of 32 bits: five million lines
 * have a chance below one in a million that two different ones are taken for the same.
 */
export class LineRepeats {
  #size = 0;
  /** Both halves of each hash side by side, so that looking one up costs one access to memory. */
  #table: Int32Array;
  #high = 0;
  #low = 0;

  /** @param expectedLines a guess, which saves growing */
  constructor(expectedLines = 0) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(1, expectedLines * 2)));
    this.#table = new Int32Array(
      2 * Math.min(Math.max(places, FEWEST_PLACES), MOST_PLACES_AT_START),
    );
  }

  /** Whether the line was seen before; remembers it. Call `hash` first. */
  seenBefore(): boolean {
    // Both halves zero mark an empty place; a line that hashes so is moved aside.
    if (this.#high === 0 && this.#low === 0) this.#low = 1;
    const table = this.#table;
    const place = emptyOr(table, this.#high, this.#low);
    if (table[place] !== 0 || table[place + 1] !== 0) return true;
    table[place] = this.#high;
    table[place + 1] = this.#low;
    this.#size++;
    if (this.#size * 4 > table.length) this.#grow();
    return false;
  }

  /** Takes the bytes of a line, without its end; four at a time. */
  hash(bytes: Uint8Array, start: number, end: number): void {
    let high = 0x9e3779b9 | 0;
    let low = (end - start) | 0;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      const word = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
      high = Math.imul(high ^ word, 0x85ebca6b);
      high ^= high >>> 13;
      low = Math.imul(low ^ word, 0xc2b2ae35);
      low ^= low >>> 16;
    }
    for (; at < end; at++) {
      high = Math.imul(high ^ bytes[at], 0x85ebca6b);
      high ^= high >>> 13;
      low = Math.imul(low ^ bytes[at], 0xc2b2ae35);
      low ^= low >>> 16;
    }
    this.#high = high ^ (high >>> 15);
    this.#low = low;
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
