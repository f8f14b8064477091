type GrowingArray = Int32Array | Uint8Array | Int16Array | Uint32Array | Float64Array;

/** A copy of an array, at least twice as long and at least `least`, the rest zero. */
export function grown<T extends GrowingArray>(
  array: T,
  kind: new (length: number) => T,
  least: number,
): T {
  const larger = new kind(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}
