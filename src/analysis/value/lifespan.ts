import { impossible, NOT_NEGATIVE, SHARE, type ValueProblem } from './input';

/**
 * Expected lifespan at constant churn: 1 / churn, in periods of the churn. Infinity at 0, one period at 100%.
 *
 * @param churn share lost per period, 0 .. 1
 */
export function lifespan(churn: number): number | ValueProblem {
  return impossible({ churn }, { churn: SHARE }) ?? 1 / churn;
}

/**
 * Years (or periods) of lifespan gained by a change of churn: 1/after - 1/before. Halving churn from
 * 90% to 45% adds 1.11 years, from 10% to 5% adds 10: the gain is the reciprocal's, not the difference's.
 */
export function lifespanGain(before: number, after: number): number | ValueProblem {
  const problem = impossible({ before, after }, { before: SHARE, after: SHARE });
  if (problem) return problem;
  // No change gains nothing, also where both lifespans are endless.
  return before === after ? 0 : 1 / after - 1 / before;
}

/**
 * Churn that one step of a survival curve shows: what remains of what was there one period earlier,
 * and the lifespan that would follow were it constant. Curves that flatten show that it is not.
 *
 * @param remaining share of the first customers still there after 0, 1, 2, ... periods, from 1 down
 * @returns one entry per step; lifespan of the n-th is 1 / its churn
 */
export function stepwiseLifespans(
  remaining: readonly number[],
): { churn: number; lifespan: number }[] {
  return remaining.slice(1).map((share, i) => {
    const churn = (remaining[i] - share) / remaining[i];
    return { churn, lifespan: 1 / churn };
  });
}

export interface LifespanReach {
  /** The lifespan claimed is longer than the data have watched anyone. */
  beyondData: boolean;
  /** lifespan / observed time. */
  ratio: number;
}

/**
 * Whether the data can show such a lifespan: nobody can know a lifespan of 20 years after 10.
 *
 * @param lifespanYears expected lifespan; @param observedYears from the first order to the observation end
 */
export function lifespanReach(
  lifespanYears: number,
  observedYears: number,
): LifespanReach | ValueProblem {
  const problem = impossible(
    { lifespanYears, observedYears },
    { lifespanYears: [0, Infinity], observedYears: NOT_NEGATIVE },
  );
  if (problem) return problem;
  return { beyondData: lifespanYears > observedYears, ratio: lifespanYears / observedYears };
}
