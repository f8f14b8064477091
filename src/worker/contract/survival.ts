import type { CalendarPeriod } from '../../analysis/calendar';
import type { FitResult } from '../../analysis/models/fit';
import type { SbgParams } from '../../analysis/models/sbg';
import type { LogRank } from '../../analysis/survival/log-rank';
import type { SbgOfCohort } from '../../analysis/survival/survival-table';

/** What the survival section asks for beside the settings. */
export interface SurvivalOptions {
  /** Key of one of the groupings offered; null for everyone together. */
  by: string | null;
  /** Whether someone who left and returned lives once or several times; null takes what is usual. */
  spells: 'apart' | 'joined' | null;
  /** Where silence means leaving: whether a life ends with the last order or when the silence grew too long. */
  dating: 'last-order' | 'silence';
  /** From one renewal of a contract to the next. */
  renewal: CalendarPeriod;
  /** Renewals the model of a survival table is fitted to; null for all. */
  renewals: number | null;
}

export const DEFAULT_SURVIVAL_OPTIONS: SurvivalOptions = {
  by: null,
  spells: null,
  dating: 'last-order',
  renewal: 'month',
  renewals: null,
};

/** Whose line it is. */
export type SurvivalLabel =
  | { kind: 'all' | 'blank' | 'others' | 'discounted' | 'full-price' }
  | { kind: 'value'; value: string };

/** A Kaplan-Meier curve as it is drawn, and the figures that sum it up. Times in days, or in the file's unit. */
export interface SurvivalLine {
  label: SurvivalLabel;
  subjects: number;
  events: number;
  /** null where fewer than half are known to have left. */
  median: number | null;
  medianLower: number | null;
  medianUpper: number | null;
  /** Mean time up to `meanHorizon`, and its standard error. */
  mean: number;
  meanError: number;
  meanHorizon: number;
  /** At most some hundred times, the last of each stretch of the axis. */
  time: Float64Array;
  survival: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  atRisk: Float64Array;
}

/** sBG fitted to the renewals of one line's subjects. */
export interface SurvivalProjection {
  label: SurvivalLabel;
  fit: FitResult<SbgParams>;
  /** S(t) after t = 0, 1, 2, ... renewals, to the horizon; null without a fit. */
  survival: Float64Array | null;
}

export interface SurvivalCurves {
  kind: 'curves';
  /** What an end is: of a contract, a silence beyond the threshold, or as the file of durations says. */
  basis: 'contract' | 'silence' | 'durations';
  /** Days of silence; null where silence plays no part. */
  threshold: number | null;
  joined: boolean;
  dating: SurvivalOptions['dating'];
  groupings: { key: string; name: string }[];
  by: string | null;
  all: SurvivalLine;
  groups: SurvivalLine[];
  logRank: LogRank | null;
  /** Contracts only, of the lines shown: everyone, or each group. */
  projections: SurvivalProjection[];
  renewal: CalendarPeriod;
  /** Days, or the file's unit, that the drawing reaches to. */
  horizon: number;
}

/** A table of survivors with the model through each of its cohorts. */
export interface SurvivalTableAnswer {
  kind: 'table';
  cohorts: SbgOfCohort[];
  /** Most renewals that can be fitted to. */
  longest: number;
}

/** Nothing to tell a lifetime from. */
export interface NoSurvival {
  kind: 'none';
  reason: 'no-threshold' | 'no-subjects';
}

export type SurvivalAnswer = SurvivalCurves | SurvivalTableAnswer | NoSurvival;
