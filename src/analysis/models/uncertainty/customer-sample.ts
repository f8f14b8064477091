/** Some customers in place of all: positions, and how many customers each stands for. */
export interface CustomerSample {
  at: Uint32Array;
  weight: Float64Array;
}

/**
 * About `size` of `value.length` customers, likelier the more they are worth: a systematic sample with
 * chances in proportion to value, so that weighted sums are unbiased and the few that matter most are
 * all in. Everyone, with weight 1, when there are no more than `size`. [Cochran 1977, section 9A]
 *
 * @param value 0 or more; a floor of a tenth of the mean keeps the cheap in
 * @param start where the even steps begin, 0 .. 1
 */
export function sampleByValue(value: Float64Array, size: number, start: number): CustomerSample {
  const n = value.length;
  if (n <= size) {
    return {
      at: Uint32Array.from({ length: n }, (_, i) => i),
      weight: new Float64Array(n).fill(1),
    };
  }
  const mean = value.reduce((sum, v) => sum + v, 0) / n;
  const floor = mean > 0 ? mean / 10 : 1;
  const step = (mean + floor) * (n / size);
  const at: number[] = [];
  const weight: number[] = [];
  let place = -start * step;
  for (let i = 0; i < n; i++) {
    const own = value[i] + floor;
    const before = Math.floor(place / step);
    place += own;
    const hits = Math.floor(place / step) - before;
    if (hits === 0) continue;
    at.push(i);
    weight.push((hits * step) / own);
  }
  return { at: Uint32Array.from(at), weight: Float64Array.from(weight) };
}
