import { softplus } from '../numerics/log-odds';
import { logRisingFactorial } from '../numerics/rising-factorial';
import { arrange } from './beta-geometric-data';
import { betaGeometricCurve } from './beta-geometric-likelihood';
import type { FitOptions, FitResult } from './fit';
import { fitByLikelihood, roughSize } from './maximum-likelihood';
import { adviseSimpler } from './simpler-model';
import { learnable } from './history-refusal';
import { sampleHistory, type RepeatHistory } from './repeat-history';
import type { TimeUnit } from '../time-unit';

/** Rates ~ Gamma(r, alpha); the chance to leave after a purchase ~ Beta(a, b). */
export type BetaGeometricParams = Readonly<{ r: number; alpha: number; a: number; b: number }>;

/** Fits BG/NBD (d = 0) or MBG/NBD (d = 1). */
export function fitBetaGeometric(
  model: 'bg-nbd' | 'mbg-nbd',
  d: 0 | 1,
  history: RepeatHistory,
  unit: TimeUnit,
  options?: FitOptions,
): FitResult<BetaGeometricParams> {
  const checked = learnable(model, history);
  if (checked.kind === 'refusal') return checked;
  const { customers, repeaters, purchases, exposure } = checked.totals;
  const data = arrange(history, unit, d === 1);
  const size = roughSize(history.count);
  const sample = size === null ? null : arrange(sampleHistory(history, size), unit, d === 1);
  const gap = exposure / purchases;
  const fit = fitByLikelihood<BetaGeometricParams>(
    {
      model,
      unit,
      names: ['r', 'alpha', 'a', 'b'],
      likelihood: (theta) => betaGeometricCurve(data, theta, d),
      ...(size !== null &&
        sample && {
          rough: {
            likelihood: (theta: readonly number[]) => betaGeometricCurve(sample, theta, d),
            share: size / history.count,
          },
        }),
      starts: [
        [0.5, 0.5 * gap, 0.5, 2],
        [1, 0.5 * gap, 1, 1],
        [3, 2 * gap, 0.2, 3],
      ],
      prior: { median: [0.7, 0.5 * gap, 0.7, 2.5], spread: [1.5, 2, 1.5, 1.5] },
      customers,
      repeaters,
    },
    options,
  );
  return adviseSimpler(fit, history, unit);
}

/** Log-likelihood of a history, row by row: no tables, for any times. */
export function betaGeometricLogLikelihood(
  { r, alpha, a, b }: BetaGeometricParams,
  { count, x, tx, T, weight }: RepeatHistory,
  d: 0 | 1,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const n = x[i];
    const stay = logRisingFactorial(b, n + d) - logRisingFactorial(a + b, n + d);
    const rate =
      logRisingFactorial(r, n) - n * Math.log(alpha) - (r + n) * Math.log1p(T[i] / alpha);
    const silence = Math.log1p((T[i] - tx[i]) / (alpha + tx[i]));
    const left = n + d === 0 ? 0 : softplus(Math.log(a / (b + n - 1 + d)) + (r + n) * silence);
    sum += (weight ? weight[i] : 1) * (stay + rate + left);
  }
  return sum;
}
