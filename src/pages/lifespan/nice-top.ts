const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * The end of an axis that holds `value`: the next of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten, so that an
 * axis that follows a slider moves in few steps.
 *
 * @returns 1 for nothing to hold
 */
export function niceTop(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(12));
}
