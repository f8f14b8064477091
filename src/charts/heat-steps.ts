import type { Tint } from './marks';

/** Steps of the sequential scale: the tokens --heat-0 to --heat-8. */
export const HEAT_STEPS = 9;

/**
 * The step of a value on the sequential scale; equal steps from low to high, both ends included.
 *
 * @returns 0 for low and below, 8 for high and above
 */
export function heatStep(value: number, low: number, high: number): number {
  if (!(high > low)) return value > 0 ? HEAT_STEPS - 1 : 0;
  const share = (value - low) / (high - low);
  return Math.min(HEAT_STEPS - 1, Math.max(0, Math.floor(share * HEAT_STEPS)));
}

/** Fill of a step and the ink that reads on it. */
export function heatTints(step: number): { fill: Tint; ink: Tint } {
  return { fill: `heat-${step}`, ink: `on-heat-${step}` };
}
