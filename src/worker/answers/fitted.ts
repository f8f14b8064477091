import type { FitResult, ModelParameters } from '../../analysis/models/fit';
import type { FittedModel } from '../../exports/results-file';

/** A fit as the results file tells it. */
export function fitted(fit: FitResult<ModelParameters>): FittedModel {
  if (fit.kind === 'refusal') return { refused: fit.reason };
  const { unit, params, standardErrors, logLikelihood, aic } = fit;
  const { customers, repeaters, estimator, warnings } = fit;
  return {
    unit,
    params,
    standardErrors,
    logLikelihood,
    aic,
    customers,
    repeaters,
    estimator,
    warnings,
  };
}
