/**
 * Stands for bytes that are not UTF-8 in decoded text. A lone surrogate can come out of no valid
 * UTF-8, so the mark cannot be confused with anything the file really holds, not even with U+FFFD.
 */
export const DAMAGED = '\uD800';

/** Lone surrogates only: with the `u` flag a surrogate pair counts as one character. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

export function isDamaged(text: string): boolean {
  return LONE_SURROGATE.test(text);
}

/**
 * Length of the UTF-8 sequence that starts at `at` (1 to 4), 0 where the bytes there are not UTF-8, -1 where
 * the bytes end inside a sequence that is valid so far. Overlong forms, surrogates and values beyond
 * U+10FFFF are not UTF-8 (Unicode 15, table 3-7).
 */
export function sequenceLength(bytes: Uint8Array, at: number): -1 | 0 | 1 | 2 | 3 | 4 {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let k = 1; k < length; k++) {
    if (at + k >= bytes.length) return -1;
    const byte = bytes[at + k];
    let low = 0x80;
    let high = 0xbf;
    if (k === 1) {
      if (lead === 0xe0) low = 0xa0;
      else if (lead === 0xed) high = 0x9f;
      else if (lead === 0xf0) low = 0x90;
      else if (lead === 0xf4) high = 0x8f;
    }
    if (byte < low || byte > high) return 0;
  }
  return length;
}

/** What the non-ASCII bytes of a file, or of the part seen so far, are. */
export interface Utf8Evidence {
  /** A well-formed sequence of two or more bytes was seen. */
  multiByte: boolean;
  /** Bytes that are no UTF-8 were seen. */
  invalid: boolean;
}

/** Looks for both kinds of evidence; stops as soon as a multi-byte sequence is found if `untilMultiByte`. */
export function utf8Evidence(bytes: Uint8Array, untilMultiByte: boolean): Utf8Evidence {
  const found: Utf8Evidence = { multiByte: false, invalid: false };
  const end = bytes.length;
  let at = 0;
  for (;;) {
    while (at < end && bytes[at] < 0x80) at++;
    if (at === end) return found;
    const length = sequenceLength(bytes, at);
    if (length > 1) {
      found.multiByte = true;
      if (untilMultiByte) return found;
    } else if (length === 0) found.invalid = true;
    at += Math.max(1, length);
  }
}

/** Number of bytes at the end that begin a sequence whose rest has not arrived yet. */
export function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte >= 0xc0) return sequenceLength(bytes, bytes.length - back) === -1 ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Decodes bytes of which some are not UTF-8: each bad byte becomes DAMAGED, the rest stays intact. */
export function decodeDamaged(bytes: Uint8Array): string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let good = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += strict.decode(bytes.subarray(good, at)) + DAMAGED;
    at++;
    good = at;
  }
  return text + strict.decode(bytes.subarray(good));
}
