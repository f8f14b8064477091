import { release } from '../analysis/release';
import { ByteDictionary } from './byte-dictionary';
import {
  LONGEST_ID,
  readCustomerId,
  ID_NORMALISED,
  ID_TRIMMED,
  surelyUnremarkable,
} from './customer-id';
import { grown } from './grown';
import { caseFolded, numberFolded } from './id-variants';
import { NumberedIds } from './numbered-ids';
import type { CellPlaces } from './cell-places';

/** What is known of an id besides its text, as bits above those of `customer-id.ts`. */
const TOO_LONG = 64;
const EMPTY = 128;

const BLANK = 32;
const LAST_ASCII = 126;
/** Below this length no id can be too long. */
const SURELY_SHORT = 1000;
/** Bytes that an id may have at most: four for each of its characters. */
const LONGEST_BYTES = 4 * LONGEST_ID;
/** Bytes of ids decoded at once. */
const BLOCK = 1 << 16;

/**
 * Ids as they are told apart (trimmed, NFC), numbered as they come. Most cells are plain ASCII without outer
 * spaces and are their own id: a running number, or looked up as bytes. Every other spelling is worked out
 * once and remembered.
 */
export class IdTable {
  /** Number of ids. */
  size = 0;
  readonly #named: boolean;
  readonly #numbered = new NumberedIds();
  /** An id of the form of the numbered ones is among the texts: from then on all new ones go there. */
  #strays = false;
  readonly #texts = new ByteDictionary();
  /** Id of each text. */
  #idOfText = new Int32Array(512);
  /** Per id: how many digits its number has, 0 for a text; and that number, or the number of the text. */
  #digits = new Uint8Array(512);
  #place = new Uint32Array(512);
  /** Bits that belong to an id itself, of the few ids that have any. */
  readonly #remarks = new Map<number, number>();
  /** Spellings that are not plain, and per spelling its id and the bits that belong to the spelling. */
  readonly #spellings = new ByteDictionary();
  #spellingId: number[] = [];
  #spellingRemarks: number[] = [];
  /** With variants merged: the first id of each folded form, and that id for every id. */
  readonly #folded: Map<string, number> | null;
  #canonical: number[] = [];
  /** Bits that belong to the spelling of the cell looked up last. */
  lastSpelling = 0;
  readonly #cell = new Uint8Array(LONGEST_BYTES);

  /**
   * @param mergeVariants treat ids that differ only in letter case or in zeros as one
   * @param named false: ids need only be told apart, and nobody asks for their text
   */
  constructor(mergeVariants = false, named = true) {
    this.#named = named;
    this.#folded = mergeVariants ? new Map<string, number>() : null;
  }

  /** Number of the id that a cell holds. */
  idOf(bytes: Uint8Array, start: number, end: number): number {
    const numbered = this.#numbered;
    this.lastSpelling = 0;
    if (numbered.fits(bytes, start, end))
      return this.#idOfNumber(bytes, start, end, numbered.digits, numbered.number);
    return isPlain(bytes, start, end)
      ? this.#idOfPlain(bytes, start, end)
      : this.#idOfSpelling(bytes, start, end);
  }

  /**
   * Numbers of the ids that the first cells of a column hold, up to the first of which there is something to say.
   * Returns how many there are.
   */
  idsOf(bytes: Uint8Array, cells: CellPlaces, count: number, ids: Uint32Array): number {
    const { start, end, digits, number } = cells;
    const canonical = this.#folded && this.#canonical;
    if (this.#folded || this.#strays) this.#numbered.lookUp(cells, count, ids);
    else this.#addNumbers(bytes, cells, count, ids);
    if (this.#numbered.foundAll && !canonical && this.#remarks.size === 0) {
      this.lastSpelling = 0;
      for (let row = 0; row < count; row++) ids[row]--;
      return count;
    }
    for (let row = 0; row < count; row++) {
      if (ids[row] > 0) {
        const id = ids[row] - 1;
        this.lastSpelling = 0;
        ids[row] = canonical ? canonical[id] : id;
      } else if (digits[row] > 0) {
        this.lastSpelling = 0;
        ids[row] = this.#idOfNumber(bytes, start[row], end[row], digits[row], number[row]);
      } else ids[row] = this.idOf(bytes, start[row], end[row]);
      if (this.isRemarkable(ids[row])) return row;
    }
    return count;
  }

  /**
   * Looks up the numbers among the first cells, and adds those that are in no table, up to a cell of another kind: most
   * new ids are. Each plus one, 0 for what was not looked at.
   */
  #addNumbers(bytes: Uint8Array, cells: CellPlaces, count: number, ids: Uint32Array): void {
    const { start, end, digits, number } = cells;
    const numbered = this.#numbered;
    let next = numbered.keepInTurn(cells, count, this.size, ids);
    if (next < 0) {
      numbered.lookUp(cells, count, ids);
      if (numbered.foundAll) return;
      next = numbered.keepNew(cells, count, this.size, ids);
    }
    if (!this.#named) this.size = next;
    for (let row = 0; this.size < next; row++)
      if (ids[row] === this.size + 1)
        this.#add(bytes, start[row], end[row], digits[row], number[row]);
  }

  /** What stands before the numbers of ids that are numbered, for those who look for such; null while there is none. */
  get prefix(): Uint8Array | null {
    return this.#numbered.prefix;
  }

  /** No two ids can be spellings of one customer, so that nobody need look for such. */
  get surelyDistinct(): boolean {
    return this.#texts.size === 0 && this.#spellings.size === 0 && this.#numbered.distinct;
  }

  #idOfNumber(
    bytes: Uint8Array,
    start: number,
    end: number,
    digits: number,
    number: number,
  ): number {
    const known = this.#numbered.idOf(digits, number);
    const id = known >= 0 ? known : this.#addNumber(bytes, start, end, digits, number);
    return this.#folded ? this.#canonical[id] : id;
  }

  #addNumber(
    bytes: Uint8Array,
    start: number,
    end: number,
    digits: number,
    number: number,
  ): number {
    if (this.#strays || !this.#numbered.keep(digits, number, this.size)) {
      this.#strays = true;
      return this.#idOfPlain(bytes, start, end);
    }
    return this.#add(bytes, start, end, digits, number);
  }

  #idOfPlain(bytes: Uint8Array, start: number, end: number): number {
    const known = this.#texts.size;
    const text = this.#texts.intern(bytes, start, end);
    if (text === known) {
      if (text >= this.#idOfText.length)
        this.#idOfText = grown(this.#idOfText, Int32Array, text + 1);
      this.#idOfText[text] = this.#add(bytes, start, end, 0, text);
    }
    const id = this.#idOfText[text];
    return this.#folded ? this.#canonical[id] : id;
  }

  #idOfSpelling(bytes: Uint8Array, start: number, end: number): number {
    const known = this.#spellings.size;
    const spelling = this.#spellings.intern(bytes, start, end);
    if (spelling === known) {
      const { id, remarks, tooLong } = readCustomerId(utf8.decode(bytes.subarray(start, end)));
      const idBytes = encoder.encode(tooLong ? id.slice(0, 100) : id);
      const index = this.#idOfPlain(idBytes, 0, idBytes.length);
      this.#spellingId.push(index);
      this.#spellingRemarks.push(
        (remarks & (ID_TRIMMED | ID_NORMALISED)) | (tooLong ? TOO_LONG : 0),
      );
    }
    this.lastSpelling = this.#spellingRemarks[spelling];
    return this.#spellingId[spelling];
  }

  /** ID_... bits of the id and of the spelling looked up last. */
  remarksOf(id: number): number {
    if (this.#remarks.size === 0 && this.lastSpelling === 0) return 0;
    return ((this.#remarks.get(id) ?? 0) | this.lastSpelling) & ~(TOO_LONG | EMPTY);
  }

  /** There is something to say of the id looked up last: what it holds, how it is spelt, or that it is none. */
  isRemarkable(id: number): boolean {
    return this.lastSpelling !== 0 || (this.#remarks.size > 0 && this.#remarks.has(id));
  }

  isEmpty(id: number): boolean {
    return this.#remarks.size > 0 && this.#remarks.get(id) === EMPTY;
  }

  /** The cell looked up last holds more than an id may have. */
  get lastTooLong(): boolean {
    return (this.lastSpelling & TOO_LONG) !== 0;
  }

  text(id: number): string {
    const length = this.#write(id, this.#cell, 0);
    return utf8.decode(this.#cell.subarray(0, length));
  }

  /** Texts of some ids. Decoding a block of them at once costs a fraction of decoding each. */
  texts(ids: ArrayLike<number>): string[] {
    const block = new Uint8Array(Math.min(BLOCK, ids.length * LONGEST_BYTES));
    const texts: string[] = [];
    const ends: number[] = [];
    for (let k = 0, at = 0; k < ids.length; k++) {
      at = this.#write(ids[k], block, at);
      ends.push(at);
      if (at + LONGEST_BYTES <= block.length && k + 1 < ids.length) continue;
      const text = utf8.decode(block.subarray(0, at));
      for (let i = 0, from = 0; i < ends.length; from = ends[i++])
        // Where each byte is a character, the places in the bytes are those in the text.
        texts.push(
          text.length === at
            ? text.slice(from, ends[i])
            : utf8.decode(block.subarray(from, ends[i])),
        );
      ends.length = 0;
      at = 0;
    }
    return texts;
  }

  /** Writes an id into some bytes from `at` on; returns where it ends. */
  #write(id: number, into: Uint8Array, at: number): number {
    const digits = this.#digits[id];
    return digits === 0
      ? this.#texts.write(this.#place[id], into, at)
      : this.#numbered.write(digits, this.#place[id], into, at);
  }

  /** Gives the memory back that looking up takes: from now on nothing but texts can be asked for. */
  settle(): void {
    this.#numbered.release();
    this.#texts.settle();
    release(this.#idOfText);
  }

  /** Gives all memory back: nothing can be asked any more. */
  release(): void {
    this.#numbered.release();
    this.#texts.release();
    release(this.#idOfText);
  }

  #add(bytes: Uint8Array, start: number, end: number, digits: number, place: number): number {
    const id = this.size++;
    if (!this.#named) {
      if (start === end) this.#remarks.set(id, EMPTY);
      return id;
    }
    if (id >= this.#place.length) {
      this.#place = grown(this.#place, Uint32Array, id + 1);
      this.#digits = grown(this.#digits, Uint8Array, id + 1);
    }
    this.#digits[id] = digits;
    this.#place[id] = place;
    if (start === end) this.#remarks.set(id, EMPTY);
    else if (!surelyUnremarkable(bytes, start, end)) {
      const { remarks } = readCustomerId(this.text(id));
      if (remarks !== 0) this.#remarks.set(id, remarks);
    }
    if (this.#folded) this.#fold(id, this.#folded);
    return id;
  }

  #fold(id: number, folded: Map<string, number>): void {
    const key = caseFolded(numberFolded(this.text(id)));
    const first = folded.get(key) ?? id;
    if (first === id) folded.set(key, id);
    this.#canonical.push(first);
  }
}

/** Printable ASCII without outer spaces, and not so long that it might be refused: the cell is its own id. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > SURELY_SHORT || bytes[start] === BLANK || bytes[end - 1] === BLANK)
    return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte < BLANK || byte > LAST_ASCII) return false;
  }
  return true;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
