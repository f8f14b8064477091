import type { Orders } from '../../orders';
import { customersBefore, eachRoundTaken, opportunities, type Rounds } from '../opportunities';
import type { RepeatHistory } from '../repeat-history';

/** The customers as known at the end of a round, and the rounds they took afterwards; one row per customer. */
export interface RoundsSplit {
  /** The last round of the calibration. */
  split: number;
  /** Rounds in the holdout after it. */
  horizon: number;
  history: RepeatHistory;
  /** Rounds taken in the holdout. */
  taken: Float64Array;
  /**
   * As many as would be taken at the share each took of their own last rounds before the split, as many of them
   * as the holdout has or as there were: the forecast that needs no model.
   */
  atSameShare: Float64Array;
}

/** The last third of the whole rounds after the first is held out; null where that is not one. */
export function splitRounds(orders: Orders, rounds: Rounds): RoundsSplit | null {
  const horizon = Math.floor((rounds.last - rounds.first) / 3);
  if (horizon < 1) return null;
  const split = rounds.last - horizon;
  const customers = customersBefore(orders, rounds, split);
  const { history } = opportunities(orders, rounds, split);
  const taken = new Float64Array(history.count);
  const atSameShare = new Float64Array(history.count);
  customers.forEach((customer, i) => {
    const lately = Math.min(horizon, history.T[i]);
    let before = 0;
    eachRoundTaken(orders, rounds, customer, (round) => {
      if (round > rounds.last) return;
      if (round > split) taken[i]++;
      else if (round > split - lately) before++;
    });
    atSameShare[i] = (before / lately) * horizon;
  });
  return { split, horizon, history, taken, atSameShare };
}
