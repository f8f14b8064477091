import type { Fit, FitResult } from '../models/fit';
import { sbg, type SbgParams } from '../models/sbg';

/** Data that are survivors already: cohorts (or plans) by the number of renewals. */
export interface SurvivalTable {
  cohorts: {
    name: string;
    /** Share (1 or 100 at the start) or count still there after 0, 1, 2, ... renewals; never rising. */
    alive: number[];
  }[];
}

/** One cohort of a table with the shifted beta-geometric model through it. */
export interface SbgOfCohort {
  name: string;
  /** Observed share still there after 0, 1, 2, ... renewals; the first is 1. */
  observed: Float64Array;
  /** Renewals the model was fitted to; the rest of `observed` was kept from it. */
  renewals: number;
  /** How many began; null where the table holds shares: then standard errors mean nothing. */
  customers: number | null;
  fit: FitResult<SbgParams>;
  /** S(t) by the model for t = 0 .. horizon; null without a fit. */
  projected: Float64Array | null;
}

/** Shares say nothing of how many there were; the model's point estimates do not depend on it [Fader & Hardie 2007]. */
const AS_OF = 1000;

/**
 * sBG through each cohort of the table by itself.
 *
 * @param renewals renewals to fit to, from the first on; all that each cohort has unless given
 * @param horizon last renewal to project to
 */
export function sbgOfTable(
  { cohorts }: SurvivalTable,
  { renewals = Infinity, horizon = 12 }: { renewals?: number; horizon?: number } = {},
): SbgOfCohort[] {
  return cohorts.map(({ name, alive }) => {
    const began = alive.length > 0 ? alive[0] : 0;
    const counted = alive.every(Number.isInteger) && began > 1;
    const used = alive.slice(0, renewals + 1);
    const fit = sbg.fit([{ alive: counted ? used : used.map((n) => (n / began) * AS_OF) }]);
    return {
      name,
      observed: Float64Array.from(alive, (n) => n / began),
      renewals: Math.max(0, used.length - 1),
      customers: counted ? began : null,
      fit,
      projected: fit.kind === 'fit' ? sbgCurve(fit, horizon) : null,
    };
  });
}

/** S(t) of a fit for t = 0 .. horizon. */
export function sbgCurve({ params }: Fit<SbgParams>, horizon: number): Float64Array {
  return Float64Array.from({ length: horizon + 1 }, (_, t) => sbg.survival(params, t));
}
