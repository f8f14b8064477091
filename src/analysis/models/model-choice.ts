import type { PurchaseModelName } from './purchase-model';

/** What speaks for one model: how well it tells the past, how far off it was on the holdout. */
export interface Candidate<Name extends PurchaseModelName = PurchaseModelName> {
  name: Name;
  /** null where it could not be fitted. */
  aic: number | null;
  /** Root mean squared error of a customer on the holdout; null without one. */
  rmse: number | null;
}

/** A model is advised, and why. */
export interface ModelAdvice<Name extends PurchaseModelName = PurchaseModelName> {
  model: Name;
  /**
   * 'lowest-both': lowest AIC and lowest holdout error; 'lowest-aic': the holdout prefers another;
   * 'tied-aic': others within 2 of its AIC, told apart by the holdout; 'aic-alone': there is no holdout.
   */
  because: 'lowest-both' | 'lowest-aic' | 'tied-aic' | 'aic-alone';
  /** Model with the lowest holdout error, where there is one. */
  bestHoldout: Name | null;
}

/** AIC so close says nothing [Burnham & Anderson 2002, section 2.6]. */
const TIED = 2;

/**
 * Of the models in which customers leave, the one with the lowest AIC; of those within 2 of it, the one
 * with the least error on the holdout. NBD, in which nobody leaves, is a yardstick and never advised. Null
 * when none could be fitted.
 */
export function adviseModel<Name extends PurchaseModelName>(
  candidates: readonly Candidate<Name>[],
): ModelAdvice<Name> | null {
  const fitted = candidates.flatMap(({ name, aic, rmse }) =>
    aic === null || name === 'nbd' ? [] : [{ name, aic, rmse: rmse ?? Infinity }],
  );
  if (fitted.length === 0) return null;
  const lowest = fitted.reduce((a, b) => (b.aic < a.aic ? b : a));
  const best = fitted.reduce((a, b) => (b.rmse < a.rmse ? b : a));
  if (best.rmse === Infinity) {
    return { model: lowest.name, because: 'aic-alone', bestHoldout: null };
  }
  const tied = fitted.filter(({ aic }) => aic <= lowest.aic + TIED);
  const advised = tied.reduce((a, b) => (b.rmse < a.rmse ? b : a));
  const because =
    tied.length > 1 ? 'tied-aic' : advised.name === best.name ? 'lowest-both' : 'lowest-aic';
  return { model: advised.name, because, bestHoldout: best.name };
}
