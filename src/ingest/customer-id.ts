/** Ids may have this many characters; longer ones are a cell that swallowed something. */
export const LONGEST_ID = 1000;

/** White space (U+FEFF included, as JavaScript has it) and the invisible marks that the contract trims. */
const OUTER = /^[\s\u200b\u2060\u200e\u200f]+|[\s\u200b\u2060\u200e\u200f]+$/gu;
/** Characters without any shape inside an id: zero width, soft hyphen, direction marks. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]/u;
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Written instead of an id when there is none: everyone so marked would become one giant customer. */
const PLACEHOLDERS = new Set(
  (
    '0|-1|-|--|?|.|null|nil|none|n/a|na|nan|#n/a|undefined|unknown|guest|anonymous|anon|test|blank|empty|' +
    '(blank)|(empty)|(none)|(not set)|walk-in|walk in|walkin|walk-in customer|cash|cash customer|' +
    'guest checkout|no customer|khách lẻ|khach le|khách vãng lai|gast|onbekend|unbekannt|laufkunde|' +
    '00000000-0000-0000-0000-000000000000'
  ).split('|'),
);

/**
 * Whether the bytes of an id cannot have any of the marks below. No placeholder holds a digit other than 0 or
 * an @, but -1, which begins like a formula; nothing else is odd about visible ASCII.
 */
export function surelyUnremarkable(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start];
  if (first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40) return false;
  let telling = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte <= 32 || byte > 126) return false;
    telling ||= (byte >= 0x31 && byte <= 0x39) || byte === 0x40;
  }
  return telling;
}

/** What is remarkable about the spelling of an id, as bits. */
export const ID_TRIMMED = 1;
export const ID_NORMALISED = 2;
export const ID_INVISIBLE = 4;
export const ID_PLACEHOLDER = 8;
export const ID_FORMULA = 16;

export interface CustomerId {
  /** Trimmed, in Unicode form NFC; case and inner spaces kept. Empty: the cell holds no id. */
  id: string;
  /** Sum of the ID_... bits that apply. */
  remarks: number;
  tooLong: boolean;
}

/** The id a cell holds. Always a string: 007, 7 and 7.0 are three customers. */
export function readCustomerId(text: string): CustomerId {
  const trimmed = text.replace(OUTER, '');
  const id = trimmed.normalize('NFC');
  // Characters, not UTF-16 units; only text that might be too long is worth counting.
  const tooLong = trimmed.length > LONGEST_ID && Array.from(trimmed).length > LONGEST_ID;
  let remarks = 0;
  if (trimmed !== text) remarks |= ID_TRIMMED;
  if (id !== trimmed) remarks |= ID_NORMALISED;
  if (INVISIBLE.test(id)) remarks |= ID_INVISIBLE;
  if (FORMULA.test(id)) remarks |= ID_FORMULA;
  if (PLACEHOLDERS.has(id.toLowerCase())) remarks |= ID_PLACEHOLDER;
  return { id, remarks, tooLong };
}
