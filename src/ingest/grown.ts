import { release } from '../analysis/release';

type GrowingArray =
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/**
 * The contents of an array, twice as long and at least `least`, the rest zero. Memory that nobody has written to is
 * promised, not taken: a long rest costs nothing.
 */
export function grown<T extends GrowingArray>(
  array: T,
  kind: new (buffer: ArrayBuffer) => T,
  least: number,
): T {
  return resized(array, kind, Math.max(array.length * 2, least));
}

/**
 * The contents of an array with this length, the rest zero. The array itself must not be used again: its
 * memory is given back at once, while the garbage collector would leave it standing beside the new one. To
 * transfer the buffer to its new length would write all of the rest.
 */
export function resized<T extends GrowingArray>(
  array: T,
  kind: new (buffer: ArrayBuffer) => T,
  length: number,
): T {
  const buffer = new ArrayBuffer(length * array.BYTES_PER_ELEMENT);
  const size = Math.min(buffer.byteLength, array.byteLength);
  new Uint8Array(buffer).set(new Uint8Array(array.buffer, 0, size));
  release(array);
  return new kind(buffer);
}
