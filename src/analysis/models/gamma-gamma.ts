import { logBeta } from '../numerics/log-gamma-ratio';
import type { Random } from '../numerics/random';
import { correlation, type Correlation } from './correlation';
import type { FitOptions, FitResult } from './fit';
import { arrangeSpend, gammaGammaCurve, sampleSpend } from './gamma-gamma-likelihood';
import { fitByLikelihood, roughSize } from './maximum-likelihood';
import type { SpendHistory } from './spend-history';

/**
 * Parameters of Gamma-Gamma: an order of a customer ~ Gamma(p, rate nu), nu across customers
 * ~ Gamma(q, rate v). p > 0, v > 0 in units of the currency, and q > 1 so that the mean is finite.
 */
export type GammaGammaParams = Readonly<{ p: number; q: number; v: number }>;

/**
 * Correlation from which the assumed independence is doubted, if not by chance. Ranks correlate a little
 * (0.07 in simulated shops) even under independence: means of many skewed orders are seldom small.
 */
const DOUBTFUL_CORRELATION = 0.25;

/**
 * Gamma-Gamma model of spend: each customer has a mean order value that does not depend on how often
 * the customer buys. [Fader & Hardie 2013, "The Gamma-Gamma model of monetary value"]
 */
export const gammaGamma = {
  name: 'gamma-gamma',
  parameters: ['p', 'q', 'v'],

  /** Fits rows with x > 0 and m > 0; how many others with x > 0 there are is a warning. */
  fit(spend: SpendHistory, options?: FitOptions): FitResult<GammaGammaParams> {
    const model = 'gamma-gamma';
    const data = arrangeSpend(spend);
    const { customers, total } = data;
    if (data.invalidAt >= 0) {
      return { kind: 'refusal', model, reason: 'invalid-history', at: data.invalidAt };
    }
    if (customers === 0) return { kind: 'refusal', model, reason: 'no-positive-spend', at: -1 };
    const mean = total / customers;
    const size = roughSize(spend.x.length);
    const sample = size === null ? null : arrangeSpend(sampleSpend(spend, size));
    const fit = fitByLikelihood<GammaGammaParams>(
      {
        model,
        unit: null,
        names: ['p', 'q', 'v'],
        floors: [0, 1, 0],
        likelihood: (theta) => gammaGammaCurve(data, theta),
        ...(size !== null &&
          sample && {
            rough: {
              likelihood: (theta: readonly number[]) => gammaGammaCurve(sample, theta),
              share: size / spend.x.length,
            },
          }),
        starts: [
          [5, 4, (mean * 3) / 5],
          [1.5, 2, (mean * 1) / 1.5],
          [2, 10, (mean * 9) / 2],
        ],
        prior: { median: [4, 4, (mean * 3) / 4], spread: [1.5, 1.5, 2] },
        customers,
        repeaters: customers,
        counted: 'repeaters',
      },
      options,
    );
    if (data.zero + data.negative > 0) {
      fit.warnings.push({ code: 'non-positive-spend', zero: data.zero, negative: data.negative });
    }
    const { pearson, spearman, pValue } = gammaGamma.independence(spend);
    const strongest = Math.max(Math.abs(pearson), Math.abs(spearman));
    if (strongest > DOUBTFUL_CORRELATION && pValue < 0.05) {
      fit.warnings.push({ code: 'spend-depends-on-frequency', pearson, spearman, pValue });
    }
    if (fit.params.q < 1.5) fit.warnings.push({ code: 'heavy-tailed-spend', q: fit.params.q });
    return fit;
  },

  /** Log-likelihood of the rows with x > 0 and m > 0 (eq. 1a of the note). */
  logLikelihood({ p, q, v }: GammaGammaParams, { x, m, weight }: SpendHistory): number {
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      if (!(x[i] > 0 && m[i] > 0)) continue;
      const shape = p * x[i];
      const spent = x[i] * m[i];
      const term =
        -logBeta(shape, q) -
        Math.log(m[i]) -
        q * Math.log1p(spent / v) -
        shape * Math.log1p(v / spent);
      sum += (weight ? weight[i] : 1) * term;
    }
    return sum;
  },

  /**
   * E[mean order value | x orders of mean m] = p (v + x m) / (p x + q - 1): the customer's own mean
   * drawn towards that of all (eq. 5 of the note). With x = 0 it is the population mean.
   */
  expectedSpend({ p, q, v }: GammaGammaParams, x: number, m: number): number {
    return (p * (v + x * m)) / (p * x + q - 1);
  },

  /**
   * Rate nu of one random customer with x orders of mean m: nu | data ~ Gamma(p x + q, v + x m). An order is
   * then p / nu on average, and n of them together are Gamma(p n, nu).
   */
  drawRate({ p, q, v }: GammaGammaParams, x: number, m: number, source: Random): number {
    return source.gamma(p * x + q) / (v + x * m);
  },

  /** Correlation of frequency and mean spend over rows with x > 0 and m > 0. */
  independence(history: SpendHistory): Correlation {
    const { x, spent, weight } = arrangeSpend(history);
    return correlation(
      x,
      spent.map((sum, i) => sum / x[i]),
      weight ?? undefined,
    );
  },
};
