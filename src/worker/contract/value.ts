import type { CustomerSummary } from '../../analysis/customer-summary';
import type { Correlation } from '../../analysis/models/correlation';
import type { FitResult, ModelParameters } from '../../analysis/models/fit';
import type { GammaGammaParams } from '../../analysis/models/gamma-gamma';
import type { Density } from '../../analysis/models/heterogeneity';
import type { PredictionIntervals } from '../../analysis/models/uncertainty/prediction-intervals';
import type { ModelName } from './settings';

/** Predictions added up over the buyers. Money in units of the currency. */
export interface PredictionSummary {
  /** Discounted expected margin within the horizon, all buyers. */
  total: number;
  mean: number;
  /** Buyers expected to be alive: the sum of P(alive). */
  alive: number;
  /** Purchases expected within the horizon. */
  purchases: number;
  /** Mean expected spend per purchase. */
  spend: number;
  /** Buyers without a repeat purchase, of whom BG/NBD cannot say whether they are alive. */
  withoutRepeat: number;
  /** Share of `total` that the ceil(n / 10) most valuable buyers hold; NaN where there is none. */
  topTenthShare: number;
  /** CLV at percentiles 0 .. 100 of the buyers. */
  percentiles: number[];
  /** Where the sums may really end up: unsure parameters and chance together. */
  intervals: PredictionIntervals;
}

/** Values over number of repeat purchases (rows) and silence (columns) of a customer first seen T ago. */
export interface BehaviourMap {
  T: number;
  /** Repeat purchases of the rows. */
  x: number[];
  /** Time since the last purchase of the columns, in the unit of the settings. */
  silence: number[];
  /** P(alive), and purchases expected within the horizon. */
  alive: number[][];
  purchases: number[][];
}

/** Value per customer by each definition. Margin in units of the currency. */
export interface ValueAnswer {
  /** Customers with an order, whom the models are about. */
  buyers: number;
  /** Net revenue so far x margin, per customer; null where the data do not tell it. */
  historic: number | null;
  /** Order value x orders per year x lifespan x margin; null when the lifespan is unknown. */
  simple: number | null;
  /** Margin per active customer and month / monthly churn; null when churn is unknown. */
  churnBased: number | null;
  /** The purchase model in use. */
  model: ModelName;
  purchase: FitResult<ModelParameters>;
  spend: FitResult<GammaGammaParams>;
  /** Whether means of spend are of the repeat purchases alone or of all, the first included. */
  meanOf: CustomerSummary['meanOf'];
  /** Correlation of frequency and mean spend, which Gamma-Gamma assumes to be none. */
  independence: Correlation;
  /** Buyers the spend model leaves out: without a mean above 0. */
  unfitForSpend: number;
  /** null where one of the models could not be fitted. */
  prediction: PredictionSummary | null;
  /** Buyers expected alive and purchases expected within the horizon; null without a purchase model. */
  activity: { alive: number; purchases: number } | null;
  /** How customers differ, by the fitted models. */
  densities: Density[];
  /** null where the purchase model could not be fitted. */
  map: BehaviourMap | null;
}
