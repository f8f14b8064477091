import { logHypergeometric } from '../numerics/hypergeometric';
import type { Curve } from '../numerics/newton';
import { logRisingFactorial } from '../numerics/rising-factorial';
import type { FitOptions, FitResult } from './fit';
import { fitByLikelihood } from './maximum-likelihood';

/** Chance not to renew ~ Beta(alpha, beta) across customers. Both > 0. */
export type SbgParams = Readonly<{ alpha: number; beta: number }>;

/** Customers of one cohort still there after 0, 1, 2, ... renewals; the first is how many began. */
export interface CohortSurvivors {
  alive: readonly number[];
}

/**
 * Shifted beta-geometric model of subscriptions: each customer has a constant chance not to renew, which
 * differs between customers, so that retention of a cohort rises as the hasty leave.
 * [Fader & Hardie 2007, "How to project customer retention"; 2010, "Customer-base valuation in a
 * contractual setting"]
 */
export const sbg = {
  name: 'sbg',
  parameters: ['alpha', 'beta'],

  /** Fits one cohort or several that share the parameters, each observed for its own time. */
  fit(cohorts: readonly CohortSurvivors[], options?: FitOptions): FitResult<SbgParams> {
    const model = 'sbg';
    const at = cohorts.findIndex(({ alive }) => !decreasing(alive));
    if (at >= 0) return { kind: 'refusal', model, reason: 'invalid-history', at };
    const customers = cohorts.reduce((sum, { alive }) => sum + (alive[0] ?? 0), 0);
    const { lost, kept } = renewals(cohorts);
    if (customers === 0) return { kind: 'refusal', model, reason: 'no-customers', at: -1 };
    if (lost.length === 0) return { kind: 'refusal', model, reason: 'no-time-observed', at: -1 };
    const remaining = cohorts.reduce((sum, { alive }) => sum + (alive[alive.length - 1] ?? 0), 0);
    return fitByLikelihood<SbgParams>(
      {
        model,
        unit: null,
        names: ['alpha', 'beta'],
        likelihood: (theta) => curve(lost, kept, theta),
        starts: [
          [1, 2],
          [0.5, 5],
          [5, 20],
        ],
        prior: { median: [0.8, 3], spread: [1.5, 1.5] },
        customers,
        repeaters: remaining,
        counted: 'customers',
      },
      options,
    );
  },

  /** Log-likelihood of the cohorts (eq. B3 of 2007), up to no constant. */
  logLikelihood({ alpha, beta }: SbgParams, cohorts: readonly CohortSurvivors[]): number {
    const { lost, kept } = renewals(cohorts);
    return curve(lost, kept, [alpha, beta]).value;
  },

  /** P(lost at renewal t), t = 1, 2, ...: alpha (beta)_(t-1) / (alpha+beta)_t (eq. 5). */
  churnProbability({ alpha, beta }: SbgParams, t: number): number {
    const survived = logRisingFactorial(beta, t - 1) - logRisingFactorial(alpha + beta, t - 1);
    return (Math.exp(survived) * alpha) / (alpha + beta + t - 1);
  },

  /** S(t): share still there after t renewals (eq. 6). */
  survival({ alpha, beta }: SbgParams, t: number): number {
    return Math.exp(logRisingFactorial(beta, t) - logRisingFactorial(alpha + beta, t));
  },

  /** r_t = S(t) / S(t-1) = (beta + t - 1) / (alpha + beta + t - 1) (eq. 8). */
  retention({ alpha, beta }: SbgParams, t: number): number {
    return (beta + t - 1) / (alpha + beta + t - 1);
  },

  /** Mean number of periods a customer stays, the first included; Infinity unless alpha > 1. */
  expectedLifetime({ alpha, beta }: SbgParams): number {
    return alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : Infinity;
  },

  /**
   * Discounted expected residual lifetime of a customer about to decide on renewal n = 1, 2, ... at rate d
   * > 0 per period; the payment at that renewal counts in full (eq. 6 of 2010).
   */
  residualLifetime({ alpha, beta }: SbgParams, n: number, d: number): number {
    const first = (beta + n - 1) / (alpha + beta + n - 1);
    return first * Math.exp(logHypergeometric(1, beta + n, alpha + beta + n, 1 / (1 + d)));
  },
};

/** Customers lost and kept at each renewal, over all cohorts that have reached it. */
function renewals(cohorts: readonly CohortSurvivors[]): { lost: number[]; kept: number[] } {
  const longest = cohorts.reduce((max, { alive }) => Math.max(max, alive.length), 1);
  const lost = new Array<number>(longest - 1).fill(0);
  const kept = new Array<number>(longest - 1).fill(0);
  for (const { alive } of cohorts) {
    for (let t = 1; t < alive.length; t++) {
      lost[t - 1] += alive[t - 1] - alive[t];
      kept[t - 1] += alive[t];
    }
  }
  return { lost, kept };
}

/** Renewal t is lost with odds alpha to beta + t - 1, given that it was reached. */
function curve(lost: readonly number[], kept: readonly number[], theta: readonly number[]): Curve {
  const [alpha, beta] = theta;
  let value = 0;
  let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
  for (let t = 0; t < lost.length; t++) {
    const all = alpha + beta + t;
    const stay = beta + t;
    const n = lost[t] + kept[t];
    value += lost[t] * Math.log(alpha / all) + kept[t] * Math.log(stay / all);
    ga += lost[t] / alpha - n / all;
    gb += kept[t] / stay - n / all;
    haa += n / (all * all) - lost[t] / (alpha * alpha);
    hab += n / (all * all);
    hbb += n / (all * all) - kept[t] / (stay * stay);
  }
  return {
    value,
    gradient: [ga, gb],
    hessian: [
      [haa, hab],
      [hab, hbb],
    ],
  };
}

function decreasing(alive: readonly number[]): boolean {
  return alive.every((n, t) => n >= 0 && Number.isFinite(n) && (t === 0 || n <= alive[t - 1]));
}
