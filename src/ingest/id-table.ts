import { ByteDictionary } from './byte-dictionary';
import { readCustomerId, ID_NORMALISED, ID_TRIMMED } from './customer-id';
import { caseFolded, numberFolded } from './id-variants';

/** What is known of an id besides its text, as bits above those of `customer-id.ts`. */
const TOO_LONG = 64;
const EMPTY = 128;

const BLANK = 32;
const LAST_ASCII = 126;
/** Below this length no id can be too long. */
const SURELY_SHORT = 1000;

/**
 * Ids as they are told apart (trimmed, NFC), numbered. Most cells are plain ASCII without outer spaces and
 * are their own id: they are looked up as bytes. Every other spelling is worked out once and remembered.
 */
export class IdTable {
  readonly #ids = new ByteDictionary();
  /** Per id: bits that belong to the id itself. */
  #remarks: number[] = [];
  /** Spellings that are not plain, and per spelling its id and the bits that belong to the spelling. */
  readonly #spellings = new ByteDictionary();
  #spellingId: number[] = [];
  #spellingRemarks: number[] = [];
  /** With variants merged: the first id of each folded form, and that id for every id. */
  readonly #folded: Map<string, number> | null;
  #canonical: number[] = [];
  /** Bits that belong to the spelling of the cell looked up last. */
  lastSpelling = 0;

  constructor(mergeVariants = false) {
    this.#folded = mergeVariants ? new Map<string, number>() : null;
  }

  /** Number of the id that a cell holds. */
  idOf(bytes: Uint8Array, start: number, end: number): number {
    this.lastSpelling = 0;
    if (isPlain(bytes, start, end)) return this.#intern(bytes, start, end);
    const known = this.#spellings.size;
    const spelling = this.#spellings.intern(bytes, start, end);
    if (spelling === known) {
      const { id, remarks, tooLong } = readCustomerId(utf8.decode(bytes.subarray(start, end)));
      const idBytes = encoder.encode(tooLong ? id.slice(0, 100) : id);
      const index = this.#intern(idBytes, 0, idBytes.length);
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
    return (this.#remarks[id] | this.lastSpelling) & ~(TOO_LONG | EMPTY);
  }

  isEmpty(id: number): boolean {
    return (this.#remarks[id] & EMPTY) !== 0;
  }

  /** The cell looked up last holds more than an id may have. */
  get lastTooLong(): boolean {
    return (this.lastSpelling & TOO_LONG) !== 0;
  }

  text(id: number): string {
    return this.#ids.text(id);
  }

  get size(): number {
    return this.#ids.size;
  }

  #intern(bytes: Uint8Array, start: number, end: number): number {
    const known = this.#ids.size;
    const index = this.#ids.intern(bytes, start, end);
    if (index === known) {
      const text = this.#ids.text(index);
      const { remarks } = readCustomerId(text);
      this.#remarks.push(text === '' ? EMPTY : remarks);
      if (this.#folded) {
        const key = caseFolded(numberFolded(text));
        const first = this.#folded.get(key) ?? index;
        if (first === index) this.#folded.set(key, index);
        this.#canonical.push(first);
      }
    }
    return this.#folded ? this.#canonical[index] : index;
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
