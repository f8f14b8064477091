import { spectral, symmetricEigen } from '../../numerics/symmetric-eigen';
import { purchaseTable, thinRule } from '../discounted-purchases';
import type { Fit, ModelParameters } from '../fit';
import type { Forecast } from '../forecast';
import { gammaGamma } from '../gamma-gamma';
import { spent } from './prediction-intervals';

const NODES = 4;
const ROUGH = { tolerance: 1e-5, few: 40 };
/** Standard normal quantile of 95%: the middle 90% of a normal. */
const NINETY = 1.6448536269514722;

/**
 * 90% interval of the expected value of every customer, as far as unsure parameters make it so; what
 * chance does to one customer comes on top (see `customerForecast`).
 *
 * ln CLV is followed one standard deviation up and down each principal axis of the parameters' covariance,
 * which is exact where it is linear in their logarithms: a dozen passes instead of one for each draw.
 *
 * @param clv value of each customer at the estimates
 */
export function clvIntervals<P extends ModelParameters>(
  forecast: Forecast<P>,
  clv: Float64Array,
): { low: Float64Array; high: Float64Array } {
  const { model, purchase, spend, history, spendHistory, schedule } = forecast;
  const { count, x, tx, T } = history;
  const variance = new Float64Array(count);
  const rule = thinRule(schedule, NODES);
  addVariance(variance, axes(purchase), (params) => {
    const discounted = purchaseTable(model, params, rule, x, T, ROUGH);
    return (i) => model.probabilityAlive(params, x[i], tx[i], T[i]) * discounted(x[i], T[i]);
  });
  addVariance(
    variance,
    axes(spend),
    (params) => (i) => gammaGamma.expectedSpend(params, ...spent(spendHistory, i)),
  );
  const spread = variance.map((v) => Math.exp(NINETY * Math.sqrt(v)));
  return {
    low: clv.map((value, i) => value / spread[i]),
    high: clv.map((value, i) => value * spread[i]),
  };
}

/** Parameters one standard deviation down and up each principal axis. */
function axes<P extends ModelParameters>({ params, covarianceLog, floors }: Fit<P>): [P, P][] {
  const names = Object.keys(params);
  const root = spectral(symmetricEigen(covarianceLog), (value) => Math.sqrt(Math.max(0, value)));
  const moved = (k: number, sign: number): P =>
    Object.fromEntries(
      names.map((name, i) => [
        name,
        floors[i] + (params[name] - floors[i]) * Math.exp(sign * root[i][k]),
      ]),
    ) as unknown as P;
  return names.map((_, k) => [moved(k, -1), moved(k, 1)]);
}

function addVariance<P>(
  variance: Float64Array,
  ends: readonly [P, P][],
  valueUnder: (params: P) => (customer: number) => number,
): void {
  for (const [down, up] of ends) {
    const [below, above] = [valueUnder(down), valueUnder(up)];
    for (let i = 0; i < variance.length; i++) {
      const half = Math.log(above(i) / below(i)) / 2;
      if (Number.isFinite(half)) variance[i] += half * half;
    }
  }
}
