import type { Random } from '../numerics/random';
import type { PurchaseCount } from './draw-purchases';
import type { FitOptions, FitResult, ModelParameters } from './fit';
import type { RepeatHistory } from './repeat-history';
import type { TimeUnit } from '../time-unit';

export type PurchaseModelName = 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd' | 'nbd' | 'bg-bb';

/**
 * A model of when customers buy again and when they silently leave.
 *
 * All of them share one structure, which is what makes them interchangeable: given that a customer
 * is still alive at T, the future depends on the past only through (x, T). Hence
 * E[Y(t) | x, t_x, T] = P(alive | x, t_x, T) · E[Y(t) | x, T, alive].
 *
 * Times are in the unit of the parameters; probabilities and counts have none.
 */
export interface PurchaseModel<P extends ModelParameters = ModelParameters> {
  readonly name: PurchaseModelName;
  /** Parameter names in the order of matrices. */
  readonly parameters: readonly string[];
  /** Whether time flows, or counts whole opportunities to buy. */
  readonly clock: 'continuous' | 'opportunities';
  /** Estimates the parameters. `unit` is that of the history's times. */
  fit(history: RepeatHistory, unit: TimeUnit, options?: FitOptions): FitResult<P>;
  /** Log-likelihood of the whole history, weighted. */
  logLikelihood(params: P, history: RepeatHistory): number;
  /** P(alive | x, t_x, T), in [0, 1]. */
  probabilityAlive(params: P, x: number, tx: number, T: number): number;
  /** E[Y(t) | x, t_x, T]: purchases expected in (T, T + t] of a customer with this history. */
  expectedPurchases(params: P, t: number, x: number, tx: number, T: number): number;
  /** E[Y(t) | x, T, alive]: the same of one known to be alive at T. */
  expectedPurchasesIfAlive(params: P, t: number, x: number, T: number): number;
  /** E[X(t)]: repeat purchases expected of a new customer in t after the first. */
  expectedPurchasesOfNew(params: P, t: number): number;
  /** P(X(t) = n) of a new customer for n = 0 .. max. */
  purchaseCountsOfNew(params: P, t: number, max: number): Float64Array;
  /** P(Y(t) = n | x, T, alive) for n = 0 .. max. */
  purchaseCountsIfAlive(params: P, t: number, x: number, T: number, max: number): Float64Array;
  /** Times after T, in (0, t], of what one random customer alive at T with x repeats goes on to buy. */
  drawPurchasesIfAlive(params: P, t: number, x: number, T: number, source: Random): number[];
  /** How many purchases that is, drawn at once: much cheaper where they are many. */
  drawCountIfAlive(params: P, t: number, x: number, T: number, source: Random): PurchaseCount;
  /** Probability that a new customer is still alive t after the first purchase. */
  survival(params: P, t: number): number;
  /** Mean time from first purchase to leaving; Infinity where the model has no finite mean. */
  expectedLifetime(params: P): number;
  /** The same model told in another unit of time. */
  changeUnit(params: P, from: TimeUnit, to: TimeUnit): P;
}
