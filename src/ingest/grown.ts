import type { MovableBuffer } from '../analysis/release';

type GrowingArray =
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** The contents of an array, half as long again and at least `least`, the rest zero. */
export function grown<T extends GrowingArray>(
  array: T,
  kind: new (buffer: ArrayBuffer) => T,
  least: number,
): T {
  return resized(array, kind, Math.max(Math.ceil(array.length * 1.5), least));
}

/**
 * The contents of an array with this length, the rest zero. The array itself must not be used again: its
 * memory is given back at once, while the garbage collector would leave it standing beside the new one.
 */
export function resized<T extends GrowingArray>(
  array: T,
  kind: new (buffer: ArrayBuffer) => T,
  length: number,
): T {
  const bytes = length * array.BYTES_PER_ELEMENT;
  const movable: MovableBuffer = array.buffer;
  if (movable.transfer) return new kind(movable.transfer(bytes));
  const buffer = new ArrayBuffer(bytes);
  new Uint8Array(buffer).set(new Uint8Array(array.buffer, 0, Math.min(bytes, array.byteLength)));
  return new kind(buffer);
}
