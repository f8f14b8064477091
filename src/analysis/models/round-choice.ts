import type { CalendarPeriod } from '../calendar';

/** What speaks for counting in one length of round, and against it. */
export interface RoundCandidate<P extends CalendarPeriod = CalendarPeriod> {
  period: P;
  /** Whole rounds after the one of the first order of all. */
  rounds: number;
  /** Share of the rounds someone bought in that hold purchases on more than one day; NaN where there is none. */
  repeated: number;
}

/** Fewer whole rounds than this tell buying seldom from leaving hardly. */
export const LEAST_ROUNDS = 3;
/** Up to this share of rounds with several purchases, one a round is a fair picture of how people buy. */
export const MOST_REPEATED = 0.1;

/**
 * The length of round to count in unless another is asked for: the coarsest in which customers rarely buy
 * twice, else the one in which they least often do; null where no length leaves enough whole rounds.
 *
 * @param candidates from the finest to the coarsest
 */
export function usualRound<P extends CalendarPeriod>(
  candidates: readonly RoundCandidate<P>[],
): P | null {
  const long = candidates.filter(
    ({ rounds, repeated }) => rounds >= LEAST_ROUNDS && Number.isFinite(repeated),
  );
  const fair = long.findLast(({ repeated }) => repeated <= MOST_REPEATED);
  const least = Math.min(...long.map(({ repeated }) => repeated));
  return (fair ?? long.find(({ repeated }) => repeated === least))?.period ?? null;
}
