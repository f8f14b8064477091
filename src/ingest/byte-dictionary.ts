/**
 * Dense numbers for byte strings, by open addressing with the keys in one array. At millions of customers
 * this costs a fraction of what a Map of strings does, and finding a key makes no string.
 */
export class ByteDictionary {
  /** Number of keys; their numbers are 0 .. size - 1 in order of arrival. */
  size = 0;
  #slots = new Int32Array(1024).fill(-1);
  #hashes = new Int32Array(512);
  #ends = new Int32Array(512);
  #keys = new Uint8Array(8192);

  /** Number of a key, which is added when it is new: then `size` has grown. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const index = this.#slots[slot];
      if (index < 0) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[index] === hash && this.#equals(index, bytes, start, end)) return index;
      slot = (slot + 1) & mask;
    }
  }

  /** The key with a number, as text. */
  text(index: number): string {
    return utf8.decode(this.#keys.subarray(this.#start(index), this.#ends[index]));
  }

  #start(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1];
  }

  #equals(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#start(index);
    if (this.#ends[index] - from !== end - start) return false;
    const keys = this.#keys;
    for (let at = start, key = from; at < end; at++, key++)
      if (keys[key] !== bytes[at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const index = this.size++;
    const from = this.#start(index);
    const to = from + end - start;
    if (index >= this.#hashes.length) {
      this.#hashes = grown(this.#hashes, Int32Array, index + 1);
      this.#ends = grown(this.#ends, Int32Array, index + 1);
    }
    if (to > this.#keys.length) this.#keys = grown(this.#keys, Uint8Array, to);
    for (let at = start, key = from; at < end; at++, key++) this.#keys[key] = bytes[at];
    this.#hashes[index] = hash;
    this.#ends[index] = to;
    this.#slots[slot] = index;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return index;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      let slot = this.#hashes[index] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    this.#slots = slots;
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

type GrowingArray = Int32Array | Uint8Array | Int16Array | Uint32Array | Float64Array;

/** A copy of an array, at least twice as long and at least `least`, the rest zero. */
export function grown<T extends GrowingArray>(
  array: T,
  kind: new (length: number) => T,
  least: number,
): T {
  const larger = new kind(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}
