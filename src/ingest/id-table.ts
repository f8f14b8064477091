import { ByteDictionary } from './byte-dictionary';
import { readCustomerId, ID_NORMALISED, ID_TRIMMED, surelyUnremarkable } from './customer-id';
import { grown } from './grown';
import { caseFolded, numberFolded } from './id-variants';
import { NumberedIds } from './numbered-ids';

/** What is known of an id besides its text, as bits above those of `customer-id.ts`. */
const TOO_LONG = 64;
const EMPTY = 128;

const BLANK = 32;
const LAST_ASCII = 126;
/** Below this length no id can be too long. */
const SURELY_SHORT = 1000;

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
    this.lastSpelling = 0;
    if (this.#numbered.fits(bytes, start, end)) return this.idOfRun(bytes, start, end);
    return isPlain(bytes, start, end)
      ? this.#idOfPlain(bytes, start, end)
      : this.#idOfSpelling(bytes, start, end);
  }

  /** Where an id of prefix and number that begins at `at` ends; -1 where none begins. `idOfRun` then gives it. */
  runEnd(bytes: Uint8Array, at: number): number {
    return this.#numbered.runEnd(bytes, at);
  }

  /** Number of the id that `runEnd` found in these bytes. */
  idOfRun(bytes: Uint8Array, start: number, end: number): number {
    this.lastSpelling = 0;
    const { known } = this.#numbered;
    const id = known >= 0 ? known : this.#addNumbered(bytes, start, end);
    return this.#folded ? this.#canonical[id] : id;
  }

  /** No two ids can be spellings of one customer, so that nobody need look for such. */
  get surelyDistinct(): boolean {
    return this.#texts.size === 0 && this.#spellings.size === 0 && this.#numbered.distinct;
  }

  #addNumbered(bytes: Uint8Array, start: number, end: number): number {
    if (this.#strays || !this.#numbered.keep(this.size)) {
      this.#strays = true;
      return this.#idOfPlain(bytes, start, end);
    }
    return this.#add(bytes, start, end, this.#numbered.digits, this.#numbered.number);
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
    const digits = this.#digits[id];
    return digits === 0
      ? this.#texts.text(this.#place[id])
      : this.#numbered.textOf(digits, this.#place[id]);
  }

  /** Gives the memory back: nothing can be asked any more. */
  release(): void {
    this.#numbered.release();
    this.#texts.release();
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
