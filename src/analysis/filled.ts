type NumberArray =
  | Float64Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

/** An array of one value per place. For a million places: `from` with a function takes ten times as long. */
export function filled<T extends NumberArray>(
  kind: new (length: number) => T,
  length: number,
  value: (place: number) => number,
): T {
  const array = new kind(length);
  for (let place = 0; place < length; place++) array[place] = value(place);
  return array;
}
