import type { Customers } from '../../analysis/customers';
import { bgNbd, type BgNbdParams } from '../../analysis/models/bg-nbd';
import type { FitResult } from '../../analysis/models/fit';
import { gammaGamma, type GammaGammaParams } from '../../analysis/models/gamma-gamma';
import { monthlySchedule, predictedClv } from '../../analysis/models/predicted-clv';
import type { RepeatHistory } from '../../analysis/models/repeat-history';
import type { SpendHistory } from '../../analysis/models/spend-history';
import { convertDuration, DAYS_IN, type TimeUnit } from '../../analysis/models/time-unit';
import { quantile } from '../../analysis/order-statistics';
import { topShare } from '../../analysis/value/concentration';
import { churnClv } from '../../analysis/value/churn-clv';
import type {
  ChurnAnswer,
  OverviewAnswer,
  PredictionSummary,
  Settings,
  ValueAnswer,
} from '../protocol';

/** The purchase and the spend model fitted to the buyers, in `unit`. */
export interface Fits {
  unit: TimeUnit;
  history: RepeatHistory;
  spendHistory: SpendHistory;
  purchase: FitResult<BgNbdParams>;
  spend: FitResult<GammaGammaParams>;
}

/** What the models say of each buyer; entry i is the buyer at `customers.buyers[i]`. */
export interface Prediction {
  /** P(alive) at the observation end. */
  alive: Float64Array;
  /** Purchases expected within the horizon. */
  purchases: Float64Array;
  /** Expected net spend per purchase, units of the currency. */
  spend: Float64Array;
  /** Discounted expected margin within the horizon, units of the currency. */
  clv: Float64Array;
}

export function fitModels(customers: Customers, unit: TimeUnit): Fits {
  const history = repeatHistory(customers, unit);
  const spendHistory = {
    x: Float64Array.from(customers.buyers, (position) => customers.mOccasions[position]),
    // Without a repeat purchase there is no mean; the model leaves those rows out by x = 0.
    m: Float64Array.from(customers.buyers, (position) =>
      customers.mOccasions[position] > 0 ? customers.m[position] : 0,
    ),
  };
  return {
    unit,
    history,
    spendHistory,
    purchase: bgNbd.fit(history, unit),
    spend: gammaGamma.fit(spendHistory),
  };
}

function repeatHistory({ buyers, x, tx, T }: Customers, unit: TimeUnit): RepeatHistory {
  const days = DAYS_IN[unit];
  return {
    count: buyers.length,
    x: Float64Array.from(buyers, (position) => x[position]),
    tx: Float64Array.from(buyers, (position) => tx[position] / days),
    T: Float64Array.from(buyers, (position) => T[position] / days),
  };
}

export function predict(fits: Fits, settings: Settings): Prediction | null {
  const { purchase, spend, history, spendHistory, unit } = fits;
  if (purchase.kind !== 'fit' || spend.kind !== 'fit') return null;
  const { params } = purchase;
  const {
    clv,
    alive,
    spend: perOrder,
  } = predictedClv(
    bgNbd,
    params,
    spend.params,
    history,
    spendHistory,
    monthlySchedule(settings, unit),
    settings.margin,
  );
  const horizon = convertDuration(settings.horizonMonths, 'month', unit);
  const purchases = Float64Array.from(history.x, (x, buyer) =>
    bgNbd.expectedPurchases(params, horizon, x, history.tx[buyer], history.T[buyer]),
  );
  return { alive, purchases, spend: perOrder, clv };
}

export function valueAnswer(
  overview: OverviewAnswer,
  churn: ChurnAnswer,
  fits: Fits,
  prediction: Prediction | null,
  { margin }: Settings,
): ValueAnswer {
  const { facts, figures } = overview;
  const { spendHistory, purchase, spend } = fits;
  return {
    historic: figures.historicClv * margin,
    simple: figures.simpleClv === null ? null : figures.simpleClv * margin,
    churnBased: churnBased(churn, margin),
    purchase,
    spend,
    independence: gammaGamma.independence(spendHistory),
    unfitForSpend: facts.buyers - (spend.kind === 'fit' ? spend.customers : 0),
    prediction: prediction && summary(prediction, fits),
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

function summary(prediction: Prediction, { history }: Fits): PredictionSummary {
  const buyers = history.count;
  const sorted = prediction.clv.slice().sort();
  return {
    total: sum(prediction.clv),
    mean: sum(prediction.clv) / buyers,
    alive: sum(prediction.alive),
    purchases: sum(prediction.purchases),
    spend: sum(prediction.spend) / buyers,
    withoutRepeat: history.x.reduce((count, x) => count + Number(x === 0), 0),
    topTenthShare: topShare(prediction.clv, 0.1),
    percentiles: Array.from({ length: 101 }, (_, percent) => quantile(sorted, percent / 100)),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
