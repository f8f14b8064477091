import { type Better, type BinCount, type Dimension } from './scores';

/**
 * Scores by rank where rows stand for several customers: min(k, floor(k b / n) + 1) with b and n counted in
 * customers. With one customer a row it is `scoreByRank`.
 *
 * @param weight customers of each row, whole numbers; one each unless given
 */
export function scoreByWeightedRank(
  value: Float64Array,
  weight: Float64Array | undefined,
  k: BinCount,
  better: Better,
): Dimension {
  const sign = better === 'larger' ? 1 : -1;
  const worstFirst = Uint32Array.from(value.keys()).sort((a, b) => sign * (value[a] - value[b]));
  const of = (row: number): number => (weight ? weight[row] : 1);
  const n = weight ? weight.reduce((sum, w) => sum + w, 0) : value.length;
  const score = new Uint8Array(value.length);
  const bins = Array.from({ length: k }, (_, i) => ({
    score: i + 1,
    from: NaN,
    to: NaN,
    size: 0,
  }));
  let worse = 0;
  let tied = 0;
  let before = NaN;
  for (const row of worstFirst) {
    if (value[row] !== before) {
      worse += tied;
      tied = 0;
      before = value[row];
    }
    tied += of(row);
    score[row] = Math.min(k, Math.floor((k * worse) / n) + 1);
    const bin = bins[score[row] - 1];
    bin.size += of(row);
    if (!(value[row] >= bin.from)) bin.from = value[row];
    if (!(value[row] <= bin.to)) bin.to = value[row];
  }
  return { value, score, bins };
}
