import type { CustomerSummary } from '../../analysis/customer-summary';
import type { Customers } from '../../analysis/customers';
import type { Fit, ModelParameters } from '../../analysis/models/fit';
import {
  customerPredictions,
  type CustomerPredictions,
  type Forecast,
  predictedTotals,
  type PurchasePredictions,
  purchasePredictions,
  weightedSum,
} from '../../analysis/models/forecast';
import { gammaGamma } from '../../analysis/models/gamma-gamma';
import { purchaseDensities, spendDensity } from '../../analysis/models/heterogeneity';
import { monthlySchedule } from '../../analysis/models/predicted-clv';
import { PURCHASE_MODELS } from '../../analysis/models/purchase-models';
import { convertDuration } from '../../analysis/time-unit';
import { predictionIntervals } from '../../analysis/models/uncertainty/prediction-intervals';
import { churnClv } from '../../analysis/value/churn-clv';
import { weightedRanks } from '../../analysis/weighted-ranks';
import type { ChurnAnswer } from '../contract/churn';
import type { OverviewAnswer } from '../contract/overview';
import type { ModelName, Settings } from '../contract/settings';
import type { BehaviourMap, PredictionSummary, ValueAnswer } from '../contract/value';
import { type Fits, forecast } from './fits';

/** What the models say of each buyer; entry i is the buyer at `customers.buyers[i]`. */
export interface Prediction extends CustomerPredictions {
  /** The model of the purchases. */
  model: ModelName;
  forecast: Forecast;
}

/** Predictions for every buyer; null where a model could not be fitted. */
export function predict(fits: Fits, settings: Settings): Prediction | null {
  const whole = forecast(fits, settings);
  return whole && { model: fits.model, forecast: whole, ...customerPredictions(whole) };
}

/** Purchases where the spend is not known; null where the purchase model could not be fitted either. */
export function predictPurchases(
  { model, purchase, history, unit }: Fits,
  settings: Settings,
): PurchasePredictions | null {
  if (purchase.kind !== 'fit') return null;
  const schedule = monthlySchedule(settings, unit);
  return purchasePredictions({ model: PURCHASE_MODELS[model], purchase, history, schedule });
}

/** Value per customer as far as the past alone tells it, margin in units of the currency; null where it does not. */
export type ObservedValue = Pick<
  ValueAnswer,
  'buyers' | 'historic' | 'simple' | 'churnBased' | 'meanOf'
>;

/** What an order log tells. */
export function valueOfOrders(
  { facts, figures }: OverviewAnswer,
  churn: ChurnAnswer,
  { margin }: Settings,
): ObservedValue {
  return {
    buyers: facts.buyers,
    historic: figures.historicClv * margin,
    simple: figures.simpleClv === null ? null : figures.simpleClv * margin,
    churnBased: churnBased(churn, margin),
    meanOf: 'repeats',
  };
}

/** What a summary tells: without the date of every order there is no churn, and so no lifespan. */
export function valueOfSummary(
  { meanOf }: CustomerSummary,
  customers: Customers,
  { margin }: Settings,
): ObservedValue {
  const { net, weight, count } = customers;
  const buyers = weight ? weight.reduce((sum, w) => sum + w, 0) : count;
  const historic = (weightedSum(net, weight) / buyers) * margin;
  return {
    buyers,
    historic: Number.isFinite(historic) ? historic : null,
    simple: null,
    churnBased: null,
    meanOf,
  };
}

/** @param purchases what is predicted at least, where there is no spend to predict value with */
export function valueAnswer(
  observed: ObservedValue,
  fits: Fits,
  prediction: Prediction | null,
  purchases: PurchasePredictions | null,
  settings: Settings,
): ValueAnswer {
  const { spendHistory, history, model, purchase, spend } = fits;
  return {
    ...observed,
    model,
    purchase,
    spend,
    independence: gammaGamma.independence(spendHistory),
    unfitForSpend: observed.buyers - (spend.kind === 'fit' ? spend.customers : 0),
    prediction: prediction && summary(prediction),
    activity: purchases && {
      alive: weightedSum(purchases.alive, history.weight),
      purchases: weightedSum(purchases.purchases, history.weight),
    },
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
  const { x, weight } = whole.history;
  const ranks = weightedRanks(clv, weight);
  const { total, alive, purchases } = predictedTotals(prediction, weight);
  return {
    total,
    mean: total / ranks.n,
    alive,
    purchases,
    spend: weightedSum(spend, weight) / ranks.n,
    withoutRepeat: weightedSum(
      x.map((n) => Number(n === 0)),
      weight,
    ),
    topTenthShare: ranks.topShare(0.1),
    percentiles: Array.from({ length: 101 }, (_, percent) => ranks.quantile(percent / 100)),
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
  const T = weightedRanks(history.T, history.weight).quantile(0.5);
  if (!(T > 0)) return null;
  const horizon = convertDuration(settings.horizonMonths, 'month', settings.timeUnit);
  const most = weightedRanks(history.x, history.weight).quantile(0.99);
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
