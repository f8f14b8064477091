/** Positions of a range control; enough for a pixel each on any screen. */
export const POSITIONS = 1000;

export interface SliderRange {
  min: number;
  max: number;
  step: number;
  /** Equal ways along the slider are equal factors; needs min > 0. */
  logarithmic: boolean;
}

/** Where a value stands on the slider, 0 to POSITIONS. */
export function positionOf(value: number, { min, max, logarithmic }: SliderRange): number {
  const inside = Math.min(max, Math.max(min, value));
  const share = logarithmic
    ? Math.log(inside / min) / Math.log(max / min)
    : (inside - min) / (max - min);
  return Math.round(share * POSITIONS);
}

/** The value at a position, on the grid of steps. */
export function valueAt(position: number, range: SliderRange): number {
  const { min, max, logarithmic } = range;
  const share = position / POSITIONS;
  return onStep(logarithmic ? min * (max / min) ** share : min + share * (max - min), range);
}

/** The nearest step from min on, without the dust of binary fractions; the ends always count. */
export function onStep(value: number, { min, max, step }: SliderRange): number {
  if (value >= max) return max;
  if (value <= min) return min;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9), decimalsOf(min));
  const snapped = min + Math.round((value - min) / step) * step;
  return Math.min(max, Number(snapped.toFixed(Math.min(decimals + 1, 12))));
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/**
 * The value after an arrow key: one step, or, on a logarithmic slider, 2% and at least one step.
 *
 * @param by steps to go; negative goes down
 */
export function stepped(value: number, by: number, range: SliderRange): number {
  const stride = range.logarithmic ? Math.max(range.step, Math.abs(value) * 0.02) : range.step;
  return onStep(value + by * stride, range);
}
