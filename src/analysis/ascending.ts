/** Bits sorted by in one pass. */
const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
/** Fewer values than this are sorted by comparing. */
const FEW = 5_000;

/**
 * The values in ascending order, in an array of their own. Whole numbers of a range below 2^32 (days,
 * orders, money in minor units) by their digits, the lowest first: several times as fast as comparing
 * where there are a million.
 *
 * @param values finite
 */
export function ascending(values: Float64Array): Float64Array {
  const range = values.length < FEW ? null : wholeRange(values);
  if (range === null) return values.slice().sort();
  let from = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) from[i] = values[i] - range.low;
  let to = new Uint32Array(values.length);
  for (let shift = 0; shift < 32 && 2 ** shift <= range.width; shift += DIGIT) {
    sortByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) sorted[i] = range.low + from[i];
  return sorted;
}

/** Smallest value and distance to the largest; null where a value is not whole or the range is too wide. */
function wholeRange(values: Float64Array): { low: number; width: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isInteger(value)) return null;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low < 2 ** 32 ? { low, width: high - low } : null;
}

/** One stable pass: values with the same digit stay in the order in which they came. */
function sortByDigit(from: Uint32Array, to: Uint32Array, shift: number): void {
  const next = new Uint32Array(BUCKETS + 1);
  const mask = BUCKETS - 1;
  for (let i = 0; i < from.length; i++) next[((from[i] >>> shift) & mask) + 1]++;
  for (let digit = 1; digit < BUCKETS; digit++) next[digit] += next[digit - 1];
  for (let i = 0; i < from.length; i++) to[next[(from[i] >>> shift) & mask]++] = from[i];
}
