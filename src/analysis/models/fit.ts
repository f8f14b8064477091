import type { ModelWarning, RefusalReason } from './model-warning';
import type { TimeUnit } from '../time-unit';

/** Parameters by the names their paper gives them. */
export type ModelParameters = Readonly<Record<string, number>>;

/**
 * What fitting a model gives: estimates, how sure they are, and every doubt about them.
 *
 * Matrices are rows of rows in the order of `Object.keys(params)`.
 */
export interface Fit<P extends ModelParameters> {
  kind: 'fit';
  model: string;
  /** Unit of time of the parameters and of the log-likelihood. Spend models have no time. */
  unit: TimeUnit | null;
  params: P;
  /** Asymptotic standard errors of `params`, by the delta method from the logarithms. */
  standardErrors: P;
  /** Covariance of the parameters themselves. */
  covariance: number[][];
  /**
   * Covariance of the coordinates that were fitted: logarithms of the parameters (for Gamma-Gamma
   * ln p, ln(q - 1), ln v). Draws for intervals belong here, where the likelihood is closer to normal.
   */
  covarianceLog: number[][];
  /** Value that each parameter exceeds: the coordinates are ln(parameter - floor). */
  floors: number[];
  /** Log-likelihood at `params` (without prior), in `unit`. */
  logLikelihood: number;
  aic: number;
  bic: number;
  /** Customers the likelihood was taken over. */
  customers: number;
  /** Those among them with at least one repeat purchase. */
  repeaters: number;
  iterations: number;
  /** Largest derivative by a log parameter, over max(1, |log-likelihood|). */
  gradientNorm: number;
  /** 'mle' maximum likelihood; 'map' maximum of likelihood times a weak prior. */
  estimator: 'mle' | 'map';
  warnings: ModelWarning[];
}

/** No fit, and why. `at` is the row of the history at fault where there is one, else -1. */
export interface Refusal {
  kind: 'refusal';
  model: string;
  reason: RefusalReason;
  at: number;
}

export type FitResult<P extends ModelParameters> = Fit<P> | Refusal;

export interface FitOptions {
  /**
   * 'auto' (default): maximum likelihood, and a weak prior only where the data cannot identify the
   * parameters; 'mle': never a prior; 'map': always.
   */
  estimator?: 'auto' | 'mle' | 'map';
  /** Parameters to start from alone, in the model's order, when a close estimate is at hand. */
  from?: readonly number[];
}
