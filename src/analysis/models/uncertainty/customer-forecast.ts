import { random, type Random } from '../../numerics/random';
import { scheduleRule } from '../discounted-purchases';
import type { ModelParameters } from '../fit';
import type { Forecast } from '../forecast';
import { gammaGamma, type GammaGammaParams } from '../gamma-gamma';
import { type Interval, middle } from './interval';
import { drawPairs, type ParameterPair } from './parameter-draws';

/** One customer as the models see them; times in the unit of the fit. */
export interface OneHistory {
  x: number;
  tx: number;
  T: number;
  /** Repeat purchases with a positive mean spend, and that mean; 0 and 0 without. */
  spendX: number;
  m: number;
}

/** A value with the interval that unsure parameters give it. */
export interface Estimate {
  value: number;
  interval: Interval;
}

/** The future of one customer. */
export interface CustomerForecast {
  level: number;
  alive: Estimate;
  /** Purchases expected within the horizon. */
  purchases: Estimate;
  /** Discounted expected margin within the horizon. */
  clv: Estimate;
  /** Purchases and discounted margin as they may really come: chance included. */
  likelyPurchases: Interval;
  likelyClv: Interval;
  /** Probability of no purchase at all within the horizon. */
  noPurchase: number;
  /** Per period of the schedule, from its end: purchases expected so far, and how many may really come. */
  expected: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

/** Possible futures per draw of the parameters. */
const FUTURES = 10;

type OneForecast<P extends ModelParameters> = Omit<Forecast<P>, 'history' | 'spendHistory'>;

/** What to expect of one customer, and how far it may be off; 200 draws of the parameters, 10 lives each. */
export function customerForecast<P extends ModelParameters>(
  forecast: OneForecast<P>,
  customer: OneHistory,
  { level = 0.9, draws = 200, seed = 1 } = {},
): CustomerForecast {
  const source = random(seed);
  const { periods } = forecast.schedule;
  const pairs = drawPairs(forecast, draws, source);
  const at = expectedOf(forecast, customer, {
    purchase: forecast.purchase.params,
    spend: forecast.spend.params,
  });
  const means = pairs.map((pair) => expectedOf(forecast, customer, pair));
  const lives = pairs.flatMap((pair, s) =>
    Array.from({ length: FUTURES }, () => live(forecast, customer, pair, means[s].alive, source)),
  );
  const estimate = (what: 'alive' | 'purchases' | 'clv'): Estimate => ({
    value: at[what],
    interval: middle(
      Float64Array.from(means, (mean) => mean[what]),
      level,
    ),
  });
  const counts = Array.from({ length: periods }, (_, k) =>
    middle(
      Float64Array.from(lives, ({ until }) => until[k]),
      level,
    ),
  );
  return {
    level,
    alive: estimate('alive'),
    purchases: estimate('purchases'),
    clv: estimate('clv'),
    likelyPurchases: counts[periods - 1] ?? [0, 0],
    likelyClv: middle(
      Float64Array.from(lives, ({ clv }) => clv),
      level,
    ),
    noPurchase: lives.filter(({ until }) => (until[periods - 1] ?? 0) === 0).length / lives.length,
    expected: at.path,
    low: Float64Array.from(counts, ([low]) => low),
    high: Float64Array.from(counts, ([, high]) => high),
  };
}

interface ExpectedOne {
  alive: number;
  purchases: number;
  clv: number;
  path: Float64Array;
}

function expectedOf<P extends ModelParameters>(
  { model, schedule, margin }: OneForecast<P>,
  { x, tx, T, spendX, m }: OneHistory,
  { purchase, spend }: ParameterPair<P>,
): ExpectedOne {
  const { times, weights } = scheduleRule(schedule);
  const alive = model.probabilityAlive(purchase, x, tx, T);
  const path = Float64Array.from(
    times,
    (time) => alive * model.expectedPurchasesIfAlive(purchase, time, x, T),
  );
  const discounted = path.reduce((sum, purchases, k) => sum + weights[k] * purchases, 0);
  return {
    alive,
    purchases: path[path.length - 1] ?? 0,
    clv: discounted * gammaGamma.expectedSpend(spend, spendX, m) * margin,
    path,
  };
}

/** One possible life: purchases until the end of each period, and what they leave. */
function live<P extends ModelParameters>(
  { model, schedule, margin }: OneForecast<P>,
  { x, T, spendX, m }: OneHistory,
  { purchase, spend }: ParameterPair<P>,
  alive: number,
  source: Random,
): { until: Float64Array; clv: number } {
  const { periods, length, rate } = schedule;
  const until = new Float64Array(periods);
  if (source.uniform() >= alive) return { until, clv: 0 };
  const times = model.drawPurchasesIfAlive(purchase, periods * length, x, T, source);
  const perUnit = gammaGamma.drawRate(spend, spendX, m, source);
  let clv = 0;
  for (const time of times) {
    const period = Math.min(periods, Math.max(1, Math.ceil(time / length)));
    until[period - 1]++;
    clv += orderValue(spend, perUnit, source) / (1 + rate) ** period;
  }
  for (let k = 1; k < periods; k++) until[k] += until[k - 1];
  return { until, clv: clv * margin };
}

function orderValue({ p }: GammaGammaParams, perUnit: number, source: Random): number {
  return source.gamma(p) / perUnit;
}
