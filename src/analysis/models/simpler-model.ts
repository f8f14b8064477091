import type { Fit, ModelParameters } from './fit';
import { nbd } from './nbd';
import type { RepeatHistory } from './repeat-history';
import type { TimeUnit } from '../time-unit';

/**
 * Adds what only the comparison of models can tell: whether NBD, in which nobody ever leaves, explains
 * the same history at a lower AIC. Asked only of fits that are in doubt already.
 */
export function adviseSimpler<P extends ModelParameters>(
  fit: Fit<P>,
  history: RepeatHistory,
  unit: TimeUnit,
): Fit<P> {
  if (fit.warnings.length === 0) return fit;
  const simpler = nbd.fit(history, unit);
  if (simpler.kind === 'fit' && simpler.aic <= fit.aic) {
    fit.warnings.push({
      code: 'simpler-model-suffices',
      simpler: 'nbd',
      aic: fit.aic,
      simplerAic: simpler.aic,
    });
  }
  return fit;
}
