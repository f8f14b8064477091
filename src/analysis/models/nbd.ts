import { negativeBinomial } from './beta-geometric-purchases';
import { arrange } from './beta-geometric-data';
import { rateTerms } from './beta-geometric-likelihood';
import { lifeForever, purchaseCount, purchaseTimes } from './draw-purchases';
import { fitByLikelihood } from './maximum-likelihood';
import type { PurchaseModel } from './purchase-model';
import { learnable } from './history-refusal';
import { logRisingFactorial } from '../numerics/rising-factorial';
import { convertDuration } from '../time-unit';

/** Purchase rates across customers ~ Gamma(r, rate alpha); alpha in units of time. Both > 0. */
export type NbdParams = Readonly<{ r: number; alpha: number }>;

/**
 * NBD: customers buy at random at their own rate and never leave. The yardstick for models with
 * dropout, and the simpler model where the data show none. [Ehrenberg 1959]
 *
 * The likelihood is that of purchase times, as in the other models, so that they can be compared.
 */
export const nbd: PurchaseModel<NbdParams> = {
  name: 'nbd',
  parameters: ['r', 'alpha'],
  clock: 'continuous',

  fit(history, unit, options) {
    const model = 'nbd';
    const checked = learnable(model, history);
    if (checked.kind === 'refusal') return checked;
    const { customers, repeaters, purchases, exposure } = checked.totals;
    const data = arrange(history, unit, false);
    const gap = exposure / purchases;
    return fitByLikelihood<NbdParams>(
      {
        model,
        unit,
        names: ['r', 'alpha'],
        likelihood: ([r, alpha]) => rateTerms(data, r, alpha),
        starts: [
          [0.5, 0.5 * gap],
          [2, 2 * gap],
          [0.1, 0.1 * gap],
        ],
        prior: { median: [0.7, 0.7 * gap], spread: [1.5, 2] },
        customers,
        repeaters,
      },
      options,
    );
  },

  logLikelihood({ r, alpha }, { count, x, T, weight }) {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const term =
        logRisingFactorial(r, x[i]) -
        x[i] * Math.log(alpha) -
        (r + x[i]) * Math.log1p(T[i] / alpha);
      sum += (weight ? weight[i] : 1) * term;
    }
    return sum;
  },

  probabilityAlive: () => 1,

  expectedPurchases: (params, t, x, _tx, T) => nbd.expectedPurchasesIfAlive(params, t, x, T),

  expectedPurchasesIfAlive: ({ r, alpha }, t, x, T) => ((r + x) * t) / (alpha + T),

  expectedPurchasesOfNew: ({ r, alpha }, t) => (r * t) / alpha,

  purchaseCountsOfNew: ({ r, alpha }, t, max) => negativeBinomial(r, alpha, t, max).pmf,

  purchaseCountsIfAlive: ({ r, alpha }, t, x, T, max) =>
    negativeBinomial(r + x, alpha + T, t, max).pmf,

  drawPurchasesIfAlive: ({ r, alpha }, t, x, T, source) =>
    purchaseTimes(lifeForever({ r: r + x, alpha: alpha + T }, t, source), source),

  drawCountIfAlive: ({ r, alpha }, t, x, T, source) =>
    purchaseCount(lifeForever({ r: r + x, alpha: alpha + T }, t, source), source),

  survival: () => 1,

  expectedLifetime: () => Infinity,

  changeUnit: ({ r, alpha }, from, to) => ({ r, alpha: convertDuration(alpha, from, to) }),
};
