/** Some customers in place of all: positions (of rows of many, several times), and how many each stands for. */
export interface CustomerSample {
  at: Uint32Array;
  weight: Float64Array;
}

/**
 * About `size` of all customers, likelier the more they are worth: a systematic sample with
 * chances in proportion to value, so that weighted sums are unbiased and the few that matter most are
 * all in. Everyone, with weight 1, when there are no more than `size`. [Cochran 1977, section 9A]
 *
 * @param value 0 or more; a floor of a tenth of the mean keeps the cheap in
 * @param start where the even steps begin, 0 .. 1
 * @param customers that share each row, whole numbers; one each unless given. A row may then be drawn several
 *   times, as customers of the same value would be
 */
export function sampleByValue(
  value: Float64Array,
  size: number,
  start: number,
  customers?: Float64Array,
): CustomerSample {
  const of = (i: number) => (customers ? customers[i] : 1);
  const n = customers ? customers.reduce((sum, w) => sum + w, 0) : value.length;
  if (n <= size) {
    const at = Array.from(value.keys()).flatMap((i) => Array<number>(of(i)).fill(i));
    return { at: Uint32Array.from(at), weight: new Float64Array(n).fill(1) };
  }
  const mean = value.reduce((sum, v, i) => sum + of(i) * v, 0) / n;
  const floor = mean > 0 ? mean / 10 : 1;
  const step = (mean + floor) * (n / size);
  const at: number[] = [];
  const weight: number[] = [];
  let place = -start * step;
  for (let i = 0; i < value.length; i++) {
    const own = value[i] + floor;
    const before = Math.floor(place / step);
    place += of(i) * own;
    const hits = Math.floor(place / step) - before;
    const times = Math.min(hits, of(i));
    for (let k = 0; k < times; k++) {
      at.push(i);
      weight.push((hits * step) / (own * times));
    }
  }
  return { at: Uint32Array.from(at), weight: Float64Array.from(weight) };
}
