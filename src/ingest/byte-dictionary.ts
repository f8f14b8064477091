import { release } from '../analysis/release';
import { grown } from './grown';

/** A place in the table holds a hash and where its key is, side by side: one access to memory finds both. */
const STRIDE = 2;
/** Before the bytes of a key stand its number and its length, four bytes each. */
const HEAD = 8;

/**
 * Dense numbers for byte strings, by open addressing with the keys in one array. At millions of customers
 * this costs a fraction of what a Map of strings does, and finding a key makes no string. What is read
 * together lies together: looking up a key touches memory in two places, whatever the number of keys.
 */
export class ByteDictionary {
  /** Number of keys; their numbers are 0 .. size - 1 in order of arrival. */
  size = 0;
  /** Per place: the hash of a key, and where its bytes are; 0 where there is none. */
  #places = new Int32Array(1024 * STRIDE);
  #keys = new Uint8Array(8192);
  #used = HEAD;
  /** Where the bytes of each key are, by number. */
  #starts = new Int32Array(512);

  /** Number of a key, which is added when it is new: then `size` has grown. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const places = this.#places;
    const keys = this.#keys;
    const mask = places.length - 1;
    const length = end - start;
    for (let place = firstPlace(hash, mask); ; place = (place + STRIDE) & mask) {
      const key = places[place + 1];
      if (key === 0) return this.#add(bytes, start, end, hash, place);
      if (places[place] !== hash || wordAt(keys, key - 4) !== length) continue;
      let at = 0;
      while (at < length && keys[key + at] === bytes[start + at]) at++;
      if (at === length) return wordAt(keys, key - HEAD);
    }
  }

  /** Writes the key with a number into some bytes from `at` on; returns where it ends. */
  write(index: number, into: Uint8Array, at: number): number {
    const keys = this.#keys;
    const start = this.#starts[index];
    const end = start + wordAt(keys, start - 4);
    for (let from = start; from < end; from++, at++) into[at] = keys[from];
    return at;
  }

  /** Gives the memory back that looking up takes: from now on keys can be written, not found. */
  settle(): void {
    release(this.#places);
  }

  /** Gives all memory back: nothing can be asked any more. */
  release(): void {
    release(this.#places, this.#keys, this.#starts);
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, place: number): number {
    const index = this.size++;
    const key = this.#used + HEAD;
    this.#used = key + end - start;
    if (index >= this.#starts.length) this.#starts = grown(this.#starts, Int32Array, index + 1);
    if (this.#used > this.#keys.length) this.#keys = grown(this.#keys, Uint8Array, this.#used);
    const keys = this.#keys;
    putWord(keys, key - HEAD, index);
    putWord(keys, key - 4, end - start);
    for (let at = start, to = key; at < end; at++, to++) keys[to] = bytes[at];
    this.#starts[index] = key;
    this.#places[place] = hash;
    this.#places[place + 1] = key;
    if (this.size * 3 > this.#places.length) this.#spread();
    return index;
  }

  #spread(): void {
    const old = this.#places;
    const places = new Int32Array(old.length * 2);
    const mask = places.length - 1;
    for (let from = 0; from < old.length; from += STRIDE) {
      if (old[from + 1] === 0) continue;
      let place = firstPlace(old[from], mask);
      while (places[place + 1] !== 0) place = (place + STRIDE) & mask;
      places[place] = old[from];
      places[place + 1] = old[from + 1];
    }
    release(old);
    this.#places = places;
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
}

function putWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word;
  bytes[at + 1] = word >>> 8;
  bytes[at + 2] = word >>> 16;
  bytes[at + 3] = word >>> 24;
}

/** FNV-1a, 32 bits, its bits mixed once more: the low ones choose the place. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function firstPlace(hash: number, mask: number): number {
  return (hash << 1) & mask;
}
