/** Share of the customers whose cells the scale tells apart. */
const TOLD_APART = 0.98;

/**
 * Ends of the colour scale over rates: from nothing to a rate that few customers' cells exceed. A cohort of three, two
 * of whom returned, must not make all others pale.
 *
 * @param rows each cohort's customers, and its rate per period; null where that is not over
 * @param from the first column that is on the scale
 */
export function heatDomain(
  rows: readonly { size: number; values: readonly (number | null)[] }[],
  from: number,
): [number, number] {
  const cells = rows
    .flatMap(({ size, values }) =>
      values.slice(from).flatMap((value) => (value === null ? [] : [{ value, size }])),
    )
    .sort((a, b) => a.value - b.value);
  const all = cells.reduce((sum, { size }) => sum + size, 0);
  let below = 0;
  const top = cells.find(({ size }) => (below += size) >= TOLD_APART * all);
  return [Math.min(0, cells[0]?.value ?? 0), top?.value ?? 0];
}
