import type { BgBbParams } from '../../analysis/models/bg-bb';
import type { FitResult } from '../../analysis/models/fit';
import type { RoundCandidate } from '../../analysis/models/round-choice';
import type { Accuracy } from '../../analysis/models/validation/accuracy';
import type { FrequencyFit } from '../../analysis/models/validation/frequency-fit';

/** Calendar periods that can be a round of opportunities to buy, from the finest to the coarsest. */
export const ROUNDS = ['month', 'quarter', 'year'] as const;
export type Round = (typeof ROUNDS)[number];

/** One length of round beside the others. */
export interface RoundLine extends RoundCandidate<Round> {
  /** Whether there are whole rounds enough to count in it. */
  enough: boolean;
}

/** P(alive at the next round) of a customer with n rounds behind them, by rounds taken and the last of those. */
export interface AliveMap {
  n: number;
  /** Rounds taken, of the columns: up to as many as 99% of the customers took. */
  x: number[];
  /** The last round taken, of the rows; 0 for none. */
  tx: number[];
  /** By row; null where no customer can be. */
  alive: (number | null)[][];
}

/** The model fitted to all but the last whole rounds, and the forecast that needs no model, held against those. */
export interface RoundsTest {
  /** Last day of the calibration. */
  until: number;
  /** Rounds held out. */
  horizon: number;
  /** In rounds taken. */
  model: Accuracy;
  sameShare: Accuracy;
}

/** Customers counted by rounds in which they bought or not: BG/BB. Days are days since 1970-01-01. */
export interface CountedRounds {
  kind: 'counted';
  round: Round;
  lines: RoundLine[];
  /** Whole rounds after the first that a length has to leave. */
  least: number;
  /** First day of the first round of all, last day of the last whole one. */
  from: number;
  to: number;
  /** Last day of a round that the observation ends within, which is left out; null where there is none. */
  cutTo: number | null;
  /** Customers counted, and those left out since no whole round has ended after their first one. */
  customers: number;
  tooNew: number;
  /** Rounds that someone bought in, first ones included, and those of them with purchases on several days. */
  taken: number;
  repeated: number;
  /** Whether so few hold several purchases that the model is a fair picture. */
  suits: boolean;
  fit: FitResult<BgBbParams>;
  /** What follows from the fit; null without one. */
  outlook: {
    /** Mean chance to buy at a round while there, and to leave before one. */
    buys: number;
    leaves: number;
    /** Customers by rounds taken. */
    frequency: FrequencyFit;
    /** Whether the last of `frequency` takes more rounds than its number, too. */
    more: boolean;
    /** Customers expected to buy in each of the next rounds, the left-out one first. */
    next: { from: number; buyers: number }[];
    map: AliveMap;
  } | null;
  /** null where one of the fits failed. */
  test: RoundsTest | null;
}

/** No length of round, or not the one asked for, leaves enough whole rounds. */
export interface NoRounds {
  kind: 'none';
  lines: RoundLine[];
  least: number;
}

export type RoundsAnswer = CountedRounds | NoRounds;
