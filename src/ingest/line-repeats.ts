/**
 * Recognises lines that are identical to an earlier one, by two hashes of 32 bits: five million lines
 * have a chance below one in a million that two different ones are taken for the same.
 */
export class LineRepeats {
  #size = 0;
  #first = new Int32Array(2048);
  #second = new Int32Array(2048);
  #high = 0;
  #low = 0;

  /** Whether the line was seen before; remembers it. Call `hash` first. */
  seenBefore(): boolean {
    // Both halves zero mark an empty place; a line that hashes so is moved aside.
    if (this.#high === 0 && this.#low === 0) this.#low = 1;
    const mask = this.#first.length - 1;
    let slot = this.#high & mask;
    while (this.#first[slot] !== 0 || this.#second[slot] !== 0) {
      if (this.#first[slot] === this.#high && this.#second[slot] === this.#low) return true;
      slot = (slot + 1) & mask;
    }
    this.#first[slot] = this.#high;
    this.#second[slot] = this.#low;
    this.#size++;
    if (this.#size * 2 > this.#first.length) this.#rehash();
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

  #rehash(): void {
    const first = this.#first;
    const second = this.#second;
    this.#first = new Int32Array(first.length * 2);
    this.#second = new Int32Array(first.length * 2);
    const mask = this.#first.length - 1;
    for (let old = 0; old < first.length; old++) {
      if (first[old] === 0 && second[old] === 0) continue;
      let slot = first[old] & mask;
      while (this.#first[slot] !== 0 || this.#second[slot] !== 0) slot = (slot + 1) & mask;
      this.#first[slot] = first[old];
      this.#second[slot] = second[old];
    }
  }
}
