type GrowingArray = Int32Array | Uint8Array | Int16Array | Uint32Array | Float64Array;

/** A copy of an array, at least twice as long and at least `least`, the rest zero. */
export function grown<T extends GrowingArray>(
  array: T,
  kind: new (length: number) => T,
  least: number,
): T {
  return enlarged(array, kind, Math.max(array.length * 2, least));
}

/** A copy of an array with this length, the rest zero. */
export function enlarged<T extends GrowingArray>(
  array: T,
  kind: new (length: number) => T,
  length: number,
): T {
  const larger = new kind(length);
  larger.set(array);
  return larger;
}
