import type { PartValues } from './schema';

/**
 * A part as bytes, exact to the bit: what its checksum is taken over, and what a project file holds.
 *
 * Numbers as they lie in memory (little-endian on every machine that browsers run on); text as the number of UTF-16
 * units of each value (u32), then all units (u16), so that even a broken surrogate comes back as it was.
 * @returns for numbers a view, no copy
 */
export function partBytes(values: PartValues): Uint8Array<ArrayBuffer> {
  if (Array.isArray(values)) return textBytes(values);
  return new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
}

function textBytes(values: string[]): Uint8Array<ArrayBuffer> {
  let total = 0;
  for (const value of values) total += value.length;
  const bytes = new ArrayBuffer(4 * values.length + 2 * total);
  const lengths = new Uint32Array(bytes, 0, values.length);
  const units = new Uint16Array(bytes, 4 * values.length);
  let at = 0;
  for (const [index, value] of values.entries()) {
    lengths[index] = value.length;
    for (let unit = 0; unit < value.length; unit++) units[at++] = value.charCodeAt(unit);
  }
  return new Uint8Array(bytes);
}

/**
 * The inverse of `partBytes` for text.
 * @param count how many values there are
 * @returns null where the bytes do not hold just so many
 */
export function textValues(bytes: Uint8Array<ArrayBuffer>, count: number): string[] | null {
  const head = 4 * count;
  if (bytes.length < head) return null;
  // A copy where the bytes do not begin on a boundary that a view of words needs.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const lengths = new Uint32Array(buffer, byteOffset, count);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (bytes.length !== head + 2 * total) return null;
  const units = new Uint16Array(buffer, byteOffset + head, total);
  const values: string[] = [];
  let at = 0;
  for (const length of lengths) {
    values.push(text(units.subarray(at, at + length)));
    at += length;
  }
  return values;
}

/** Longest run of units handed to one call: engines limit the number of arguments. */
const RUN = 4096;

function text(units: Uint16Array): string {
  if (units.length <= RUN) return String.fromCharCode(...units);
  let whole = '';
  for (let at = 0; at < units.length; at += RUN) {
    whole += String.fromCharCode(...units.subarray(at, at + RUN));
  }
  return whole;
}
