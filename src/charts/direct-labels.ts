/**
 * Moves labels apart, as little as need be: the order stays, neighbours keep `gap`, all stay within [low, high].
 * Pool-adjacent-violators on the shifted positions gives the least sum of squared moves.
 *
 * @param wanted positions, any order
 * @returns positions in the order of `wanted`; where the space is too small for all, evenly spread over it
 */
export function moveApart(
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const need = gap * (wanted.length - 1);
  const step = need > high - low ? (high - low) / Math.max(1, wanted.length - 1) : gap;
  const blocks: { sum: number; count: number }[] = [];
  for (const [rank, index] of order.entries()) {
    blocks.push({ sum: wanted[index] - rank * step, count: 1 });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const top = Math.max(low, high - step * (wanted.length - 1));
  const placed = new Array<number>(wanted.length);
  let rank = 0;
  for (const block of blocks)
    for (let i = 0; i < block.count; i++, rank++) {
      const start = Math.min(top, Math.max(low, block.sum / block.count));
      placed[order[rank]] = start + rank * step;
    }
  return placed;
}
