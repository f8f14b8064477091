import type { Fit, FitResult, ModelParameters } from '../../../src/analysis/models/fit';
import type { ModelWarning } from '../../../src/analysis/models/model-warning';
import type { RepeatHistory } from '../../../src/analysis/models/repeat-history';

/** The fit, or the test fails with the reason why there is none. */
export function fitted<P extends ModelParameters>(result: FitResult<P>): Fit<P> {
  if (result.kind === 'refusal') throw new Error(`${result.model} refused: ${result.reason}`);
  return result;
}

/** Codes of the warnings of a fit. */
export function codes(fit: { warnings: ModelWarning[] }): string[] {
  return fit.warnings.map(({ code }) => code);
}

/** Sum of f over the customers of a history. */
export function sumOver(
  { count, x, tx, T, weight }: RepeatHistory,
  f: (x: number, tx: number, T: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (weight ? weight[i] : 1) * f(x[i], tx[i], T[i]);
  return sum;
}
