import { sortByKey } from './counting-sort';

/** Bits sorted by in one pass. */
const DIGIT = 11;
const MASK = (1 << DIGIT) - 1;

/**
 * Positions of numbers from the smallest to the largest, NaN last, equals in the order they came. By the digits of
 * the numbers' own bits, the lowest first, which costs a million the same work each as a thousand.
 *
 * @param before positions in the order in which equals come, written over; as the values do unless given
 */
export function orderOfNumbers(values: Float64Array, before?: Uint32Array): Uint32Array {
  const count = values.length;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const one = new Float64Array(1);
  const [lowWord, highWord] = LITTLE_ENDIAN ? [0, 1] : [1, 0];
  const words = new Uint32Array(one.buffer);
  for (let i = 0; i < count; i++) {
    // Adding 0 makes one zero of two.
    one[0] = values[i] + 0;
    const negative = words[highWord] >>> 31 === 1;
    const isNumber = values[i] === values[i];
    // As unsigned words these are in the order of the numbers.
    low[i] = !isNumber ? 0xffffffff : negative ? ~words[lowWord] : words[lowWord];
    high[i] = !isNumber ? 0xffffffff : negative ? ~words[highWord] : words[highWord] ^ 0x80000000;
  }
  const order = before ?? identity(count);
  const byLow = sortByWord(before ? taken(low, before) : low, order);
  return sortByWord(taken(high, byLow), byLow);
}

/** The words at some positions. */
function taken(words: Uint32Array, positions: Uint32Array): Uint32Array {
  const some = new Uint32Array(positions.length);
  for (let place = 0; place < some.length; place++) some[place] = words[positions[place]];
  return some;
}

/**
 * Positions in ascending order of their words, equals in the order they came. The words move along with the positions:
 * looked up by position, each would have to be fetched from a far-off place.
 *
 * @param words of the positions, one each; written over, as are the positions
 */
function sortByWord(words: Uint32Array, positions: Uint32Array): Uint32Array {
  const count = words.length;
  let [fromWords, toWords]: Uint32Array[] = [words, new Uint32Array(count)];
  let [from, to]: Uint32Array[] = [positions, new Uint32Array(count)];
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const next = new Uint32Array(MASK + 2);
    for (let i = 0; i < count; i++) next[((fromWords[i] >>> shift) & MASK) + 1]++;
    // All alike in this digit, as days are in most: they stay as they are.
    if (next.includes(count)) continue;
    for (let digit = 0; digit < MASK; digit++) next[digit + 1] += next[digit];
    for (let i = 0; i < count; i++) {
      const at = next[(fromWords[i] >>> shift) & MASK]++;
      toWords[at] = fromWords[i];
      to[at] = from[i];
    }
    [fromWords, toWords] = [toWords, fromWords];
    [from, to] = [to, from];
  }
  return from;
}

/** Longer texts than this are told apart by comparing. */
const LONGEST = 40;

/** Positions of texts in the order in which `<` puts them, equals in the order they came. */
export function orderOfTexts(texts: readonly string[]): Uint32Array {
  let longest = 0;
  for (const text of texts) longest = Math.max(longest, text.length);
  let order = identity(texts.length);
  if (longest > LONGEST)
    return order.sort((a, b) => (texts[a] < texts[b] ? -1 : Number(texts[a] > texts[b])) || a - b);
  const unit = new Uint32Array(texts.length);
  for (let at = longest - 1; at >= 0; at--) {
    let largest = 0;
    for (let i = 0; i < unit.length; i++) {
      // A text that has ended comes first.
      unit[i] = at < texts[i].length ? texts[i].charCodeAt(at) + 1 : 0;
      if (unit[i] > largest) largest = unit[i];
    }
    order = sortByKey(order, unit, 0, largest);
  }
  return order;
}

function identity(count: number): Uint32Array {
  const positions = new Uint32Array(count);
  for (let i = 0; i < count; i++) positions[i] = i;
  return positions;
}

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
