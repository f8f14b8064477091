import { random, type Random } from '../../numerics/random';
import { meanDiscount, purchasesUntil, purchaseTable, thinRule } from '../discounted-purchases';
import type { ModelParameters } from '../fit';
import { type CustomerPredictions, type Forecast, predictedTotals } from '../forecast';
import { gammaGamma, type GammaGammaParams } from '../gamma-gamma';
import type { SpendHistory } from '../spend-history';
import { type CustomerSample, sampleByValue } from './customer-sample';
import { type Interval, middle } from './interval';
import { drawPairs, type ParameterPair } from './parameter-draws';

export interface IntervalOptions<P extends ModelParameters = ModelParameters> {
  /** Share of the draws inside; 0.9 unless given. */
  level?: number;
  /** Sets of parameters drawn; 200 unless given. */
  draws?: number;
  seed?: number;
  /** Customers looked at in each draw; everyone where there are no more. 400 unless given. */
  customers?: number;
  /** Sets of parameters to use instead of drawing them, such as those of a bootstrap. */
  parameters?: readonly ParameterPair<P>[];
}

/** What will really come, as far as the models can tell: parameters unsure, customers by chance. */
export interface PredictionIntervals {
  level: number;
  draws: number;
  seed: number;
  /** Customers looked at in each draw. */
  sampled: number;
  /** Discounted margin of all customers within the horizon. */
  total: Interval;
  /** Purchases within the horizon. */
  purchases: Interval;
  /** Customers alive now. */
  alive: Interval;
}

/** Errors of three times and of 1e-4 are all but the same at the estimates, and so leave the ratios alone. */
const NODES = 3;
const ROUGH = { tolerance: 1e-4, few: 10 };

/**
 * Intervals of the totals. Each draw takes parameters as they might as well be, lets every customer
 * live on by chance under them (alive or not, buying, spending), and adds up.
 *
 * Of many customers a sample stands for all: expected values as a ratio to those at the estimates,
 * deviations by chance scaled to the variance of all. On 20,000 simulated customers the ends differ from
 * those of everyone by less than the chance of 200 draws does, 5% of the interval's width.
 */
export function predictionIntervals<P extends ModelParameters>(
  forecast: Forecast<P>,
  predictions: CustomerPredictions,
  options: IntervalOptions<P> = {},
): PredictionIntervals {
  const { level = 0.9, seed = 1, customers = 400, parameters } = options;
  const draws = parameters?.length ?? options.draws ?? 200;
  const source = random(seed);
  const shared = forecast.history.weight;
  const predicted = predictedTotals(predictions, shared);
  const sample = sampleByValue(predictions.clv, customers, 1 - source.uniform(), shared);
  const chosen = pick(forecast, sample);
  const centre = expected(chosen, forecast.purchase.params, forecast.spend.params);
  const drawnParameters = parameters ?? drawPairs(forecast, draws, source);
  const drawn = {
    total: new Float64Array(draws),
    purchases: new Float64Array(draws),
    alive: new Float64Array(draws),
  };
  const names = ['total', 'purchases', 'alive'] as const;
  for (let s = 0; s < draws; s++) {
    const { purchase, spend } = drawnParameters[s];
    const mean = expected(chosen, purchase, spend);
    const chance = byChance(chosen, mean, purchase, spend, source);
    for (const name of names) {
      const ratio = centre.sums[name] > 0 ? mean.sums[name] / centre.sums[name] : 1;
      drawn[name][s] = predicted[name] * ratio + chance[name];
    }
  }
  // Sums of what cannot be negative; scaled deviations of a sample may go below.
  const ends = (name: (typeof names)[number]): Interval => {
    const [low, high] = middle(drawn[name], level);
    return [Math.max(0, low), high];
  };
  return {
    level,
    draws,
    seed,
    sampled: sample.at.length,
    total: ends('total'),
    purchases: ends('purchases'),
    alive: ends('alive'),
  };
}

type Chosen<P extends ModelParameters> = Forecast<P> & { weight: Float64Array };

function pick<P extends ModelParameters>(
  forecast: Forecast<P>,
  { at, weight }: CustomerSample,
): Chosen<P> {
  const { history, spendHistory } = forecast;
  const take = (column: Float64Array): Float64Array => Float64Array.from(at, (i) => column[i]);
  return {
    ...forecast,
    history: { count: at.length, x: take(history.x), tx: take(history.tx), T: take(history.T) },
    spendHistory: { x: take(spendHistory.x), m: take(spendHistory.m) },
    weight,
  };
}

interface Expected {
  sums: Record<'total' | 'purchases' | 'alive', number>;
  /** Per customer. */
  total: Float64Array;
  purchases: Float64Array;
  alive: Float64Array;
}

/** Expected values of the chosen customers under these parameters, and their weighted sums. */
function expected<P extends ModelParameters>(
  { model, history, spendHistory, schedule, margin, weight }: Chosen<P>,
  params: P,
  money: GammaGammaParams,
): Expected {
  const { count, x, tx, T } = history;
  const { times, weights } = thinRule(schedule, NODES);
  const last = times.length - 1;
  const early = { times: times.slice(0, last), weights: weights.slice(0, last) };
  const before = purchaseTable(model, params, early, x, T, ROUGH);
  const untilEnd = purchaseTable(model, params, purchasesUntil(times[last]), x, T, ROUGH);
  const result: Expected = {
    sums: { total: 0, purchases: 0, alive: 0 },
    total: new Float64Array(count),
    purchases: new Float64Array(count),
    alive: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const alive = model.probabilityAlive(params, x[i], tx[i], T[i]);
    const order = gammaGamma.expectedSpend(money, ...spent(spendHistory, i));
    result.alive[i] = alive;
    const purchases = untilEnd(x[i], T[i]);
    const discounted = before(x[i], T[i]) + weights[last] * purchases;
    result.purchases[i] = alive * purchases;
    result.total[i] = alive * discounted * order * margin;
    result.sums.alive += weight[i] * result.alive[i];
    result.sums.purchases += weight[i] * result.purchases[i];
    result.sums.total += weight[i] * result.total[i];
  }
  return result;
}

/**
 * One possible future of the chosen customers, as its distance from what is expected. A customer's orders
 * are drawn together, Gamma(p n), and discounted as orders are that fall evenly: exact in the mean, and short of the
 * variance only by how unequally the orders of one customer are discounted.
 */
function byChance<P extends ModelParameters>(
  { model, history, spendHistory, schedule, margin, weight }: Chosen<P>,
  mean: Expected,
  params: P,
  money: GammaGammaParams,
  source: Random,
): Record<'total' | 'purchases' | 'alive', number> {
  const { count, x, T } = history;
  const horizon = schedule.periods * schedule.length;
  const discount = meanDiscount(schedule);
  const away = { total: 0, purchases: 0, alive: 0 };
  for (let i = 0; i < count; i++) {
    const alive = source.uniform() < mean.alive[i];
    let [value, orders] = [0, 0];
    if (alive) {
      const drawn = model.drawCountIfAlive(params, horizon, x[i], T[i], source);
      orders = drawn.count;
      if (orders > 0) {
        const perUnit = gammaGamma.drawRate(money, ...spent(spendHistory, i), source);
        value = (source.gamma(money.p * orders) / perUnit) * discount(drawn.until) * margin;
      }
    }
    // Variances add up: that of a customer who stands for w others counts w times.
    const scale = Math.sqrt(weight[i]);
    away.alive += scale * (Number(alive) - mean.alive[i]);
    away.purchases += scale * (orders - mean.purchases[i]);
    away.total += scale * (value - mean.total[i]);
  }
  return away;
}

/** What the spend model may learn from a customer: nothing without a positive mean. */
export function spent({ x, m }: SpendHistory, i: number): [x: number, m: number] {
  return x[i] > 0 && m[i] > 0 ? [x[i], m[i]] : [0, 0];
}
