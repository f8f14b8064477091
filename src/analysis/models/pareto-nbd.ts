import { integrate } from '../numerics/gauss-legendre';
import { logistic, softplus } from '../numerics/log-odds';
import { logRisingFactorial } from '../numerics/rising-factorial';
import { arrange } from './beta-geometric-data';
import { lifeWithLifetime, purchaseCount, purchaseTimes } from './draw-purchases';
import { leavingOdds, type LeavingOdds } from './leaving-odds';
import { fitByLikelihood, roughSize } from './maximum-likelihood';
import { adviseSimpler } from './simpler-model';
import { paretoNbdCurve } from './pareto-nbd-likelihood';
import type { PurchaseModel } from './purchase-model';
import { learnable } from './history-refusal';
import { sampleHistory } from './repeat-history';
import { convertDuration } from '../time-unit';

/**
 * Purchase rates across customers ~ Gamma(r, rate alpha), rates of leaving ~ Gamma(s, rate beta); alpha
 * and beta in units of time. All > 0.
 */
export type ParetoNbdParams = Readonly<{ r: number; alpha: number; s: number; beta: number }>;

/** Most rows of the sample that the search begins with: each costs an integral. */
const SAMPLE = 1_000;

/**
 * Pareto/NBD: customers buy at random at their own rate, and leave at a moment that does not depend on
 * purchases. [Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005]
 */
export const paretoNbd: PurchaseModel<ParetoNbdParams> = {
  name: 'pareto-nbd',
  parameters: ['r', 'alpha', 's', 'beta'],
  clock: 'continuous',

  fit(history, unit, options) {
    const model = 'pareto-nbd';
    const checked = learnable(model, history);
    if (checked.kind === 'refusal') return checked;
    const { customers, repeaters, purchases, exposure } = checked.totals;
    const data = arrange(history, unit, true);
    const size = roughSize(history.count, SAMPLE);
    const sample = size === null ? null : arrange(sampleHistory(history, size), unit, true);
    const gap = exposure / purchases;
    const mean = exposure / customers;
    const fit = fitByLikelihood<ParetoNbdParams>(
      {
        model,
        unit,
        names: ['r', 'alpha', 's', 'beta'],
        likelihood: (theta) => paretoNbdCurve(data, theta),
        ...(size !== null &&
          sample && {
            rough: {
              likelihood: (theta: readonly number[]) => paretoNbdCurve(sample, theta),
              share: size / history.count,
            },
          }),
        starts: [
          [0.7, 0.5 * gap, 0.6, 0.5 * mean],
          [2, gap, 2, 3 * mean],
          [0.5, 0.3 * gap, 0.3, 0.1 * mean],
        ],
        prior: { median: [0.7, 0.5 * gap, 0.7, 0.7 * mean], spread: [1.5, 2, 1.5, 2] },
        customers,
        repeaters,
      },
      options,
    );
    return adviseSimpler(fit, history, unit);
  },

  logLikelihood(params, { count, x, tx, T, weight }) {
    const { r, alpha, s, beta } = params;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const alive =
        logRisingFactorial(r, x[i]) -
        x[i] * Math.log(alpha) -
        (r + x[i]) * Math.log1p(T[i] / alpha) -
        s * Math.log1p(T[i] / beta);
      sum += (weight ? weight[i] : 1) * (alive + softplus(logOdds(params, x[i], tx[i], T[i])));
    }
    return sum;
  },

  /** 1 / (1 + R), R the odds of having left. */
  probabilityAlive: (params, x, tx, T) => logistic(-logOdds(params, x, tx, T)),

  /** Eq. 41 of the note. */
  expectedPurchases(params, t, x, tx, T) {
    return (
      paretoNbd.probabilityAlive(params, x, tx, T) *
      paretoNbd.expectedPurchasesIfAlive(params, t, x, T)
    );
  },

  expectedPurchasesIfAlive: (params, t, x, T) =>
    paretoNbd.expectedPurchasesOfNew(living(params, x, T), t),

  /** r beta / (alpha (s - 1)) [1 - (beta / (beta + t))^(s - 1)], with its limit at s = 1. */
  expectedPurchasesOfNew({ r, alpha, s, beta }, t) {
    const log = Math.log1p(t / beta);
    const power = (s - 1) * log;
    const lived = power === 0 ? log : (-Math.expm1(-power) / power) * log;
    return (r / alpha) * beta * lived;
  },

  /** Those alive at t, and those who left at tau < t, by integration over tau: no cancellation. */
  purchaseCountsOfNew({ r, alpha, s, beta }, t, max) {
    const choose = (n: number): number => logRisingFactorial(r, n) - logRisingFactorial(1, n);
    const logNbd = (n: number, tau: number): number =>
      choose(n) - r * Math.log1p(tau / alpha) + (n === 0 ? 0 : n * Math.log(tau / (alpha + tau)));
    return Float64Array.from({ length: max + 1 }, (_, n) => {
      const alive = Math.exp(logNbd(n, t) - s * Math.log1p(t / beta));
      if (!(t > 0)) return alive;
      // tau = e^y - small resolves both the scale of alpha and that of beta.
      const small = Math.min(alpha, beta);
      const full = Math.log1p(t / small);
      const left = integrate(
        (y) => {
          const tau = small * Math.expm1(y);
          const density = Math.log(s / beta) - (s + 1) * Math.log1p(tau / beta);
          return Math.exp(density + logNbd(n, tau) + y) * small;
        },
        0,
        full,
        32,
        Math.ceil(full) + 1,
      );
      return alive + left;
    });
  },

  purchaseCountsIfAlive: (params, t, x, T, max) =>
    paretoNbd.purchaseCountsOfNew(living(params, x, T), t, max),

  drawPurchasesIfAlive: (params, t, x, T, source) =>
    purchaseTimes(lifeWithLifetime(living(params, x, T), t, source), source),

  drawCountIfAlive: (params, t, x, T, source) =>
    purchaseCount(lifeWithLifetime(living(params, x, T), t, source), source),

  survival: ({ s, beta }, t) => Math.exp(-s * Math.log1p(t / beta)),

  expectedLifetime: ({ s, beta }) => (s > 1 ? beta / (s - 1) : Infinity),

  changeUnit: (params, from, to) => ({
    ...params,
    alpha: convertDuration(params.alpha, from, to),
    beta: convertDuration(params.beta, from, to),
  }),
};

/** A customer alive at T with x repeats is like a new one with these parameters. */
function living({ r, alpha, s, beta }: ParetoNbdParams, x: number, T: number): ParetoNbdParams {
  return { r: r + x, alpha: alpha + T, s, beta: beta + T };
}

const odds: LeavingOdds = { log: 0, gradient: new Float64Array(4), hessian: new Float64Array(16) };

function logOdds(params: ParetoNbdParams, x: number, tx: number, T: number): number {
  leavingOdds([params.r, params.alpha, params.s, params.beta], x, tx, T, 0, odds);
  return odds.log;
}
