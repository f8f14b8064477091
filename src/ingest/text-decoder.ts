import type { Encoding } from './understanding';
import { DAMAGED, decodeDamaged, incompleteTail } from './utf8';

/**
 * Turns the bytes of one file into text, slice by slice. Characters cut between slices are put together;
 * what cannot be decoded becomes a lone surrogate, so that the row that holds it can be told apart.
 */
export class StrictDecoder {
  /** True as soon as something could not be decoded. */
  damaged = false;
  readonly #encoding: Encoding;
  readonly #strict: TextDecoder;
  #tail = new Uint8Array(0);

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  /** @param final no more bytes will come: a character cut at the end is damage */
  decode(slice: Uint8Array, final: boolean): string {
    const bytes = this.#withTail(slice);
    const left = final ? 0 : this.#unfinished(bytes);
    this.#tail = bytes.slice(bytes.length - left);
    const whole = bytes.subarray(0, bytes.length - left);
    try {
      return this.#strict.decode(whole);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.damaged = true;
      return this.#encoding === 'utf-8'
        ? decodeDamaged(whole)
        : decodeUtf16(whole, this.#encoding === 'utf-16le');
    }
  }

  #withTail(slice: Uint8Array): Uint8Array {
    if (this.#tail.length === 0) return slice;
    const bytes = new Uint8Array(this.#tail.length + slice.length);
    bytes.set(this.#tail);
    bytes.set(slice, this.#tail.length);
    return bytes;
  }

  #unfinished(bytes: Uint8Array): number {
    if (this.#encoding === 'utf-8') return incompleteTail(bytes);
    if (this.#encoding === 'windows-1252') return 0;
    const odd = bytes.length % 2;
    const high = this.#encoding === 'utf-16le' ? bytes.length - odd - 1 : bytes.length - odd - 2;
    const cutPair = high >= 0 && bytes[high] >= 0xd8 && bytes[high] <= 0xdb;
    return odd + (cutPair ? 2 : 0);
  }
}

/** UTF-16 in which a surrogate is unpaired or half a character is missing: kept as it is, to be found again. */
function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(view.getUint16(at, littleEndian));
  return bytes.length % 2 === 1 ? text + DAMAGED : text;
}
