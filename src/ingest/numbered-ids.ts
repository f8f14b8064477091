import { release } from '../analysis/release';
import { grown } from './grown';
import type { CellPlaces } from './cell-places';
import { LONGEST_PREFIX, MOST_DIGITS } from './kernel/limits';

const ZERO = 48;
const LETTER_A = 65;
const NOTHING = new Uint8Array(0);
/** The smallest number of so many digits that does not begin with a zero. */
const SMALLEST = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => 10 ** (digits - 1));
/** A table may be this many times as long as there are ids in it, and some more. */
const SPARSEST = 8;
const SPARE = 1 << 20;
/** Beyond all numbers of MOST_DIGITS digits. */
const NONE = 0xffffffff;

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
  /** By number of digits: the smallest and the largest number there is. */
  readonly #smallest = new Uint32Array(MOST_DIGITS + 1).fill(NONE);
  readonly #largest = new Uint32Array(MOST_DIGITS + 1);
  /** Some number is written with zeros before it; and how many lengths of numbers there are. */
  #padded = false;
  #lengths = 0;
  /** Each cell of those looked up last is in a table. */
  foundAll = false;
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

  /** What stands before the numbers; null before the first id, and where it had no number. */
  get prefix(): Uint8Array | null {
    return this.#prefix;
  }

  /** Id of the prefix and a number of so many digits, -1 where it is not in a table. */
  idOf(digits: number, number: number): number {
    const table = this.#tables[digits];
    return number < table.length ? table[number] - 1 : -1;
  }

  /**
   * Looks up the ids of the first cells of a column: each plus one, 0 where it is in no table. Nothing else is done
   * here, so that the processor fetches many of the far-off places at once.
   */
  lookUp({ digits, number }: CellPlaces, count: number, into: Uint32Array): void {
    let having = 0;
    let table = this.#tables[having];
    let missing = 0;
    for (let row = 0; row < count; row++) {
      if (digits[row] !== having) {
        having = digits[row];
        table = this.#tables[having];
      }
      const id = number[row] < table.length ? table[number[row]] : 0;
      if (id === 0) missing++;
      into[row] = id;
    }
    this.foundAll = missing === 0;
  }

  /**
   * Gives the next ids, from `next` on, to those of the first cells of a column that `lookUp` found in no table.
   * Stops at a cell that is no number, or one too far from the others. Returns the next id that nothing has.
   */
  keepNew({ digits, number }: CellPlaces, count: number, next: number, into: Uint32Array): number {
    let id = next;
    for (let row = 0; row < count; row++) {
      if (into[row] > 0) continue;
      if (digits[row] === 0) return id;
      // Another row of these may have brought the number in.
      const known = this.idOf(digits[row], number[row]);
      if (known < 0 && !this.keep(digits[row], number[row], id)) return id;
      into[row] = 1 + (known < 0 ? id++ : known);
    }
    this.foundAll = true;
    return id;
  }

  /**
   * What `lookUp` and `keepNew` do, at once, for cells whose numbers go on upwards or downwards from where those before
   * them ended, as in a file in order of its ids: then nothing need be looked up. Returns -1, with nothing done, where
   * they do not, or where one is too far from the others.
   */
  keepInTurn(cells: CellPlaces, count: number, next: number, into: Uint32Array): number {
    if (count === 0) return next;
    const { digits, number } = cells;
    const length = digits[0];
    const direction = number[count - 1] < number[0] ? -1 : 1;
    const edge = direction > 0 ? this.#largest[length] : this.#smallest[length];
    const begun = this.#counts[length] > 0;
    if (length === 0 || (begun && (number[0] - edge) * direction < 0)) return -1;
    for (let row = 1; row < count; row++)
      if (digits[row] !== length || (number[row] - number[row - 1]) * direction < 0) return -1;
    if (!this.#makeRoom(length, Math.max(number[0], number[count - 1]))) return -1;

    this.foundAll = true;
    const table = this.#tables[length];
    let last = begun ? edge : NONE;
    let id = begun ? table[edge] : 0;
    let added = 0;
    for (let row = 0; row < count; row++) {
      if (number[row] !== last) {
        last = number[row];
        id = next + ++added;
        table[last] = id;
      }
      into[row] = id;
    }
    if (added > 0) {
      this.#count(length, added, number[0]);
      this.#count(length, 0, last);
    }
    return next + added;
  }

  /** Keeps the id of a number of so many digits; false where the number is too far from the others. */
  keep(digits: number, number: number, id: number): boolean {
    if (!this.#makeRoom(digits, number)) return false;
    this.#count(digits, 1, number);
    this.#tables[digits][number] = id + 1;
    return true;
  }

  /** Makes the table long enough for a number; false where that is too far from the others. */
  #makeRoom(digits: number, number: number): boolean {
    if (number < this.#tables[digits].length) return true;
    if (number >= SPARSEST * this.#counts[digits] + SPARE) return false;
    this.#tables[digits] = grown(this.#tables[digits], Int32Array, number + 1);
    return true;
  }

  /** Notes that there are some more numbers of so many digits, and one of them. */
  #count(digits: number, more: number, number: number): void {
    if (this.#counts[digits] === 0) this.#lengths++;
    this.#counts[digits] += more;
    this.#padded ||= digits > 1 && number < SMALLEST[digits];
    if (number < this.#smallest[digits]) this.#smallest[digits] = number;
    if (number > this.#largest[digits]) this.#largest[digits] = number;
  }

  /** Digits of the cell that fitted last, and its number: `write` makes the cell of them again. */
  get digits(): number {
    return this.#digits;
  }

  get number(): number {
    return this.#number;
  }

  /** Gives the memory back: nothing can be looked up any more, only written. */
  release(): void {
    release(...this.#tables);
  }

  /** Writes the prefix and a number of so many digits into some bytes from `at` on; returns where it ends. */
  write(digits: number, number: number, into: Uint8Array, at: number): number {
    const prefix = this.#prefix ?? NOTHING;
    const first = at + prefix.length;
    for (let k = 0; k < prefix.length; k++) into[at + k] = prefix[k];
    let left = number;
    for (let place = first + digits - 1; place >= first; place--) {
      const tens = Math.floor(left / 10);
      into[place] = ZERO + left - tens * 10;
      left = tens;
    }
    return first + digits;
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
