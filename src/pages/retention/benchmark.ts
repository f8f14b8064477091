/**
 * Share of customers left after months 1 and 2 as the source article cites it; the claim is not verified and is
 * always shown as such.
 */
export const BENCHMARK = [1, 0.065, 0.045] as const;

/**
 * Lifespan that one step of a retention curve alone implies, in periods: 1 / churn of the step.
 *
 * @returns null where the step lost nobody or is not known
 */
export function lifespanByStep(
  before: number | undefined,
  after: number | undefined,
): number | null {
  if (before === undefined || after === undefined || !(after < before)) return null;
  return 1 / (1 - after / before);
}
