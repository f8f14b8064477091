import type { Fit, ModelParameters } from '../../analysis/models/fit';
import {
  customerPredictions,
  type CustomerPredictions,
  type Forecast,
  predictedTotals,
} from '../../analysis/models/forecast';
import { gammaGamma } from '../../analysis/models/gamma-gamma';
import { purchaseDensities, spendDensity } from '../../analysis/models/heterogeneity';
import { PURCHASE_MODELS } from '../../analysis/models/purchase-models';
import { convertDuration } from '../../analysis/models/time-unit';
import { predictionIntervals } from '../../analysis/models/uncertainty/prediction-intervals';
import { quantile } from '../../analysis/order-statistics';
import { churnClv } from '../../analysis/value/churn-clv';
import { topShare } from '../../analysis/value/concentration';
import type { ChurnAnswer } from '../contract/churn';
import type { OverviewAnswer } from '../contract/overview';
import type { Settings } from '../contract/settings';
import type { BehaviourMap, PredictionSummary, ValueAnswer } from '../contract/value';
import { type Fits, forecast } from './fits';

/** What the models say of each buyer; entry i is the buyer at `customers.buyers[i]`. */
export interface Prediction extends CustomerPredictions {
  forecast: Forecast;
}

/** Predictions for every buyer; null where a model could not be fitted. */
export function predict(fits: Fits, settings: Settings): Prediction | null {
  const whole = forecast(fits, settings);
  return whole && { forecast: whole, ...customerPredictions(whole) };
}

export function valueAnswer(
  overview: OverviewAnswer,
  churn: ChurnAnswer,
  fits: Fits,
  prediction: Prediction | null,
  settings: Settings,
): ValueAnswer {
  const { facts, figures } = overview;
  const { spendHistory, model, purchase, spend } = fits;
  const { margin } = settings;
  return {
    historic: figures.historicClv * margin,
    simple: figures.simpleClv === null ? null : figures.simpleClv * margin,
    churnBased: churnBased(churn, margin),
    model,
    purchase,
    spend,
    independence: gammaGamma.independence(spendHistory),
    unfitForSpend: facts.buyers - (spend.kind === 'fit' ? spend.customers : 0),
    prediction: prediction && summary(prediction),
    densities: [
      ...(purchase.kind === 'fit' ? purchaseDensities(purchase.params) : []),
      ...(spend.kind === 'fit' ? [spendDensity(spend.params)] : []),
    ],
    map: purchase.kind === 'fit' ? behaviourMap(fits, purchase, settings) : null,
  };
}

function churnBased({ monthly, revenuePerCustomerMonth }: ChurnAnswer, margin: number) {
  if (monthly === null || revenuePerCustomerMonth === null || monthly.rate === 0) return null;
  const value = churnClv({
    revenuePerPeriod: Math.max(0, revenuePerCustomerMonth),
    margin,
    churn: monthly.rate,
  });
  return typeof value === 'number' ? value : null;
}

function summary(prediction: Prediction): PredictionSummary {
  const { forecast: whole, clv, spend } = prediction;
  const { x, count: buyers } = whole.history;
  const sorted = clv.slice().sort();
  const { total, alive, purchases } = predictedTotals(prediction);
  return {
    total,
    mean: total / buyers,
    alive,
    purchases,
    spend: spend.reduce((sum, value) => sum + value, 0) / buyers,
    withoutRepeat: x.reduce((count, n) => count + Number(n === 0), 0),
    topTenthShare: topShare(clv, 0.1),
    percentiles: Array.from({ length: 101 }, (_, percent) => quantile(sorted, percent / 100)),
    intervals: predictionIntervals(whole, prediction),
  };
}

/** Columns of the map, and most rows. */
const COLUMNS = 12;
const ROWS = 12;

/** The map of a customer who has been here as long as the median buyer. */
function behaviourMap(
  { model: name, history }: Fits,
  { params }: Fit<ModelParameters>,
  settings: Settings,
): BehaviourMap | null {
  const model = PURCHASE_MODELS[name];
  const T = quantile(history.T.slice().sort(), 0.5);
  if (!(T > 0)) return null;
  const horizon = convertDuration(settings.horizonMonths, 'month', settings.timeUnit);
  const most = quantile(history.x.slice().sort(), 0.99);
  const x = Array.from({ length: Math.max(4, Math.min(ROWS, Math.ceil(most))) }, (_, k) => k + 1);
  const silence = Array.from({ length: COLUMNS }, (_, k) => (T * k) / COLUMNS);
  const over = (f: (n: number, tx: number) => number) =>
    x.map((n) => silence.map((silent) => f(n, T - silent)));
  return {
    T,
    x,
    silence,
    alive: over((n, tx) => model.probabilityAlive(params, n, tx, T)),
    purchases: over((n, tx) => model.expectedPurchases(params, horizon, n, tx, T)),
  };
}
