import { release } from '../analysis/release';
import { grown } from './grown';

/** More digits than this make numbers too far apart for a table. */
const MOST_DIGITS = 9;
const LONGEST_PREFIX = 32;
const ZERO = 48;
const LETTER_A = 65;
const ZEROS = '0'.repeat(MOST_DIGITS);
/** The smallest number of so many digits that does not begin with a zero. */
const SMALLEST = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => 10 ** (digits - 1));
/** A table may be this many times as long as there are ids in it, and some more. */
const SPARSEST = 8;
const SPARE = 1 << 20;

/**
 * Customer and order ids are mostly a running number behind a fixed prefix: `17850`, `C0004080`, `#1001`. Then
 * the number itself is the place in a table, which costs no hash and no copy of the key. `007` and `7`
 * have tables of their own, since ids are texts.
 */
export class NumberedIds {
  #prefix: Uint8Array | null = null;
  /** By number of digits: for each number its id plus one. */
  readonly #tables = Array.from({ length: MOST_DIGITS + 1 }, () => new Int32Array(0));
  readonly #counts = new Int32Array(MOST_DIGITS + 1);
  #prefixText: string | null = null;
  /** Some number is written with zeros before it; and how many lengths of numbers there are. */
  #padded = false;
  #lengths = 0;
  /** Digits and number of the cell looked at last. */
  #digits = 0;
  #number = 0;

  /** Whether a cell is prefix and digits. The first cell that ends in digits decides the prefix. */
  fits(bytes: Uint8Array, start: number, end: number): boolean {
    const prefix = (this.#prefix ??= prefixOf(bytes, start, end));
    if (!prefix) return false;
    const digits = end - start - prefix.length;
    if (digits < 1 || digits > MOST_DIGITS) return false;
    for (let at = 0; at < prefix.length; at++) if (bytes[start + at] !== prefix[at]) return false;
    let number = 0;
    for (let at = start + prefix.length; at < end; at++) {
      const digit = bytes[at] - ZERO;
      if (digit < 0 || digit > 9) return false;
      number = number * 10 + digit;
    }
    this.#digits = digits;
    this.#number = number;
    return true;
  }

  /**
   * Where a cell of prefix and digits that begins at `at` ends, if one does; -1 where none begins. What follows it
   * is for the caller to look at. The bytes go on to something that is no digit.
   */
  runEnd(bytes: Uint8Array, start: number): number {
    const prefix = this.#prefix;
    if (!prefix) return -1;
    let at = start;
    for (let k = 0; k < prefix.length; k++, at++) if (bytes[at] !== prefix[k]) return -1;
    const first = at;
    let number = 0;
    for (; ; at++) {
      const digit = bytes[at] - ZERO;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    const digits = at - first;
    if (digits < 1 || digits > MOST_DIGITS) return -1;
    this.#digits = digits;
    this.#number = number;
    return at;
  }

  /** Id of the cell that fitted last, -1 where it is not in a table. */
  get known(): number {
    const table = this.#tables[this.#digits];
    return this.#number < table.length ? table[this.#number] - 1 : -1;
  }

  /** Keeps the id of the cell that fitted last; false where its number is too far from the others. */
  keep(id: number): boolean {
    const number = this.#number;
    if (number >= this.#tables[this.#digits].length) {
      if (number >= SPARSEST * this.#counts[this.#digits] + SPARE) return false;
      this.#tables[this.#digits] = grown(this.#tables[this.#digits], Int32Array, number + 1);
    }
    if (this.#counts[this.#digits]++ === 0) this.#lengths++;
    this.#padded ||= this.#digits > 1 && number < SMALLEST[this.#digits];
    this.#tables[this.#digits][number] = id + 1;
    return true;
  }

  /** Digits of the cell that fitted last, and its number: `textOf` makes the cell of them again. */
  get digits(): number {
    return this.#digits;
  }

  get number(): number {
    return this.#number;
  }

  /** Gives the memory back: nothing can be asked any more. */
  release(): void {
    release(...this.#tables);
  }

  textOf(digits: number, number: number): string {
    this.#prefixText ??= String.fromCharCode(...(this.#prefix ?? []));
    const text = String(number);
    return (
      this.#prefixText + (text.length < digits ? ZEROS.slice(text.length - digits) : '') + text
    );
  }

  /**
   * No two of these ids can be spellings of one: they differ by number, not by letter case or by zeros that
   * may be left out.
   */
  get distinct(): boolean {
    if (this.#prefix?.some((byte) => byte >= LETTER_A)) return true;
    return this.#prefix?.length === 0 && (!this.#padded || this.#lengths === 1);
  }
}

/** What stands before the last digits of a cell; null where it does not end in digits, or in too many. */
function prefixOf(bytes: Uint8Array, start: number, end: number): Uint8Array | null {
  let at = end;
  while (at > start && bytes[at - 1] >= ZERO && bytes[at - 1] <= ZERO + 9) at--;
  if (at === end || end - at > MOST_DIGITS || at - start > LONGEST_PREFIX) return null;
  const prefix = bytes.slice(start, at);
  // Visible ASCII is its own id; anything else may be trimmed or composed.
  return prefix.every((byte) => byte > 32 && byte < 127) ? prefix : null;
}
