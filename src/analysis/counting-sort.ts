/**
 * Stable counting sort of positions by a whole-number key: linear in positions + (max - min).
 *
 * @param positions what to sort, e.g. row numbers; left as it is
 * @param key key of each position, an integer in min .. max
 * @returns the positions by ascending key, equal keys in the order they came; `positions` itself where
 *   that is their order already
 */
export function sortByKey(
  positions: Uint32Array,
  key: Uint32Array | Int32Array,
  min: number,
  max: number,
): Uint32Array {
  if (isSorted(positions, key)) return positions;
  const start = new Uint32Array(max - min + 2);
  for (let i = 0; i < positions.length; i++) start[key[positions[i]] - min + 1]++;
  for (let bucket = 1; bucket < start.length; bucket++) start[bucket] += start[bucket - 1];
  const sorted = new Uint32Array(positions.length);
  for (let i = 0; i < positions.length; i++)
    sorted[start[key[positions[i]] - min]++] = positions[i];
  return sorted;
}

function isSorted(positions: Uint32Array, key: Uint32Array | Int32Array): boolean {
  for (let i = 1; i < positions.length; i++)
    if (key[positions[i]] < key[positions[i - 1]]) return false;
  return true;
}
