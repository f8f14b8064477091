import type { Random } from '../../numerics/random';
import type { ModelParameters } from '../fit';
import type { Forecast } from '../forecast';
import { gammaGamma } from '../gamma-gamma';
import type { ParameterPair } from './parameter-draws';

/**
 * Bootstrap over customers: as many customers drawn with replacement, both models fitted to them again,
 * one pair of parameters at a time for ever, so that the caller can show progress and stop. Assumes
 * nothing of the likelihood's shape, where parameter draws take it for normal. [Efron 1979]
 *
 * Yields null for a resample that could not be fitted (nobody in it bought twice).
 */
export function* bootstrap<P extends ModelParameters>(
  { model, purchase, spend, history, spendHistory }: Forecast<P>,
  source: Random,
): Generator<ParameterPair<P> | null, never> {
  const { count, x, tx, T, weight: shared } = history;
  const rowOf = shared ? rowOfCustomer(shared) : null;
  const customers = rowOf ? rowOf.length : count;
  const from = Object.values(purchase.params);
  const spendFrom = Object.values(spend.params);
  const hits = new Uint32Array(count);
  for (;;) {
    hits.fill(0);
    for (let k = 0; k < customers; k++) {
      const drawnCustomer = Math.floor(source.uniform() * customers);
      hits[rowOf ? rowOf[drawnCustomer] : drawnCustomer]++;
    }
    const drawn = Uint32Array.from(hits.keys()).filter((i) => hits[i] > 0);
    const take = (column: Float64Array): Float64Array => Float64Array.from(drawn, (i) => column[i]);
    const weight = Float64Array.from(drawn, (i) => hits[i]);
    const again = model.fit(
      { count: drawn.length, x: take(x), tx: take(tx), T: take(T), weight },
      purchase.unit ?? 'day',
      { estimator: purchase.estimator, from },
    );
    const money = gammaGamma.fit(
      { x: take(spendHistory.x), m: take(spendHistory.m), weight },
      { estimator: spend.estimator, from: spendFrom },
    );
    const fitted = again.kind === 'fit' && money.kind === 'fit';
    yield fitted ? { purchase: again.params, spend: money.params } : null;
  }
}

/** The row of each customer, for rows that several share. */
function rowOfCustomer(weight: Float64Array): Uint32Array {
  const rows = new Uint32Array(weight.reduce((sum, w) => sum + w, 0));
  let next = 0;
  weight.forEach((w, row) => {
    rows.fill(row, next, next + w);
    next += w;
  });
  return rows;
}
