import type { Activity } from '../analysis/activity';
import type { CalendarPeriod } from '../analysis/calendar';
import type { ChurnRate } from '../analysis/churn/churn-rate';
import type { ContractualFlow } from '../analysis/churn/contractual';
import type { Gaps } from '../analysis/churn/gaps';
import type { Inactivity } from '../analysis/churn/inactivity';
import type { InactivityFlow } from '../analysis/churn/inactivity-flow';
import type { Correlation } from '../analysis/models/correlation';
import type { FitResult, ModelParameters } from '../analysis/models/fit';
import type { GammaGammaParams } from '../analysis/models/gamma-gamma';
import type { Density } from '../analysis/models/heterogeneity';
import type { ModelAdvice } from '../analysis/models/model-choice';
import type { TimeUnit } from '../analysis/models/time-unit';
import type { AlivePoint } from '../analysis/models/uncertainty/alive-path';
import type { CustomerForecast } from '../analysis/models/uncertainty/customer-forecast';
import type { Interval } from '../analysis/models/uncertainty/interval';
import type { PredictionIntervals } from '../analysis/models/uncertainty/prediction-intervals';
import type { Accuracy } from '../analysis/models/validation/accuracy';
import type { ConditionalMean } from '../analysis/models/validation/conditional-expectations';
import type { FrequencyFit } from '../analysis/models/validation/frequency-fit';
import type { NaiveName } from '../analysis/models/validation/naive';
import type { Tracking } from '../analysis/models/validation/tracking';
import type { OrdersPerCustomer, OrderValues } from '../analysis/order-distributions';
import type { DatasetFacts, OverviewFigures } from '../analysis/overview';
import type { Triangle } from '../analysis/retention/triangle';
import type { Dimension } from '../analysis/rfm/scores';
import type { SegmentMap } from '../analysis/rfm/segment-map';
import type { RfGrid, SegmentRow } from '../analysis/rfm/segments';
import type { DonationTruth } from '../analysis/simulate/donations';
import type { ShopTruth } from '../analysis/simulate/shop';
import type { SubscriptionTruth } from '../analysis/simulate/subscription';
import type { Lorenz } from '../analysis/value/concentration';
import type { Choices } from '../ingest/choices';
import type { FileReport, NeedsAnswer, ReadProgress, Refused } from '../ingest/import-result';
import type { FileProblem } from '../ingest/problem';
import type { Understanding } from '../ingest/understanding';
import type { StoreProblemCode } from '../store/dataset-store';

/** Purchase models an order log can be fitted with. */
export const MODELS = ['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'] as const;
export type ModelName = (typeof MODELS)[number];

/** What the person may turn; everything shown follows. Kept with each dataset. */
export interface Settings {
  /** Last day taken in, ISO; null for the last date of any accepted row. */
  observationEnd: string | null;
  /** Share of net revenue that is margin, 0 .. 1. */
  margin: number;
  /** Yearly discount rate, 0 or more (0.1 is 10%). */
  annualDiscount: number;
  /** How far predictions look, in months. */
  horizonMonths: number;
  /** Days of silence after which a customer counts as churned; null to take the percentile below. */
  churnAfterDays: number | null;
  /** Percentile of the gaps between orders that sets the threshold, 50 .. 99. */
  churnPercentile: number;
  /** Score bins of R, F and M. */
  bins: 3 | 4 | 5;
  /** What M scores: all a customer spent, or the mean order. */
  monetary: 'total' | 'mean';
  /** Orders whose rows add up to nothing are left out. */
  leaveOutZeroOrders: boolean;
  /** Unit in which model parameters and durations are told. */
  timeUnit: TimeUnit;
  cohortPeriod: CalendarPeriod;
  retentionRule: 'classic' | 'unbounded';
  periods: 'calendar' | 'rolling';
  /** Purchase model behind every prediction; 'auto' takes the one that `models` advises. */
  model: ModelName | 'auto';
  /** Last day of the calibration when models are tested, ISO; null leaves the last third of the time. */
  splitDate: string | null;
}

export const DEFAULT_SETTINGS: Settings = {
  observationEnd: null,
  margin: 1,
  annualDiscount: 0.1,
  horizonMonths: 36,
  churnAfterDays: null,
  churnPercentile: 90,
  bins: 5,
  monetary: 'total',
  leaveOutZeroOrders: false,
  timeUnit: 'week',
  cohortPeriod: 'month',
  retentionRule: 'classic',
  periods: 'calendar',
  model: 'bg-nbd',
  splitDate: null,
};

export const SAMPLES = ['shop', 'subscription', 'donations'] as const;
export type SampleName = (typeof SAMPLES)[number];

/** The parameters a sample was simulated with. */
export type SampleTruth = ShopTruth | SubscriptionTruth | DonationTruth;

/** Where a dataset came from. */
export type DatasetSource =
  | { kind: 'files'; reports: FileReport[] }
  | { kind: 'sample'; sample: SampleName; truth: SampleTruth };

/** One line of the list of datasets, and all of a dataset that is not a column. */
export interface DatasetEntry {
  id: string;
  name: string;
  /** When it was imported, ISO with time, UTC. */
  createdAt: string;
  source: DatasetSource;
  rows: number;
  customers: number;
  /** Code of the currency of all amounts; null where the files name none. */
  currency: string | null;
  /** ISO dates of the first and the last accepted row. */
  firstDate: string;
  lastDate: string;
  settings: Settings;
}

/** Whether datasets outlive the tab. */
export type Keeping = { kind: 'browser' } | { kind: 'memory'; reason: string };

/** A file as chosen, with what the person decided about it so far. */
export interface ChosenFile {
  file: File;
  choices: Choices;
}

/** A failure of the store, by code, with the browser's own words for the curious. */
export interface StoreFailure {
  code: StoreProblemCode;
  reason: string;
}

/** A dataset was opened. `unsaved` tells why it could not be kept: it then lives until the tab closes. */
export interface Opened {
  kind: 'opened';
  entry: DatasetEntry;
  unsaved: StoreFailure | null;
}

/** A dataset could not be opened; the list and the other datasets are untouched. */
export interface NotOpened {
  kind: 'not-opened';
  failure: StoreFailure;
}

export type ImportOutcome = Opened | NeedsAnswer | Refused | { kind: 'cancelled' };

/** Done, or the store's reason why not. */
export type Done = { kind: 'done' } | { kind: 'failed'; failure: StoreFailure };

export type { Choices, Understanding, FileProblem, FileReport, ReadProgress, Refused };

export type Inspected = Understanding | FileProblem;

/** Counts, headline figures and the distributions behind them. */
export interface OverviewAnswer {
  facts: DatasetFacts;
  figures: OverviewFigures;
  /** What buyers with exactly one order brought, units of the currency. */
  oneTimeRevenue: number;
  activity: Activity | null;
  ordersPerCustomer: OrdersPerCustomer;
  orderValues: OrderValues | null;
  lorenz: Lorenz | null;
}

/** Distribution of the scores, the grid, and the segments with what they bring. */
export interface SegmentsAnswer {
  bins: { r: Dimension['bins']; f: Dimension['bins']; m: Dimension['bins'] };
  grid: RfGrid;
  /** The map drawn for this number of bins; null where there is none, and then no segments. */
  map: { id: SegmentMap['id']; cells: (string | null)[][] } | null;
  segments: SegmentLine[] | null;
}

export interface SegmentLine extends SegmentRow {
  /** Mean predicted CLV, units of the currency; null without a model or customers. */
  predictedClv: number | null;
  /** 1 - mean P(alive); null without a model or customers. */
  churnRisk: number | null;
}

export interface ChurnAnswer {
  /** Whether leaving is known from end dates or told by silence. */
  basis: 'contract' | 'silence';
  /** Days between purchase occasions. */
  gaps: Gaps;
  /** Days of silence at the percentiles the threshold can be set to. */
  percentiles: { percentile: number; days: number }[];
  /** Who is lost at the threshold; null when there is no gap to take a threshold from. */
  inactivity: Inactivity | null;
  contractual: ContractualFlow | null;
  silence: InactivityFlow | null;
  /** Churn per month with its interval; null when the data are too short to tell. */
  monthly: ChurnRate | null;
  /** Net revenue per active customer and month over the months of `monthly`, units of the currency. */
  revenuePerCustomerMonth: number | null;
  /** 1 / monthly churn, in years; null when unknown or when nobody left. */
  lifespanYears: number | null;
}

export interface RetentionAnswer {
  triangle: Triangle;
}

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
  /** Net revenue so far x margin, per customer. */
  historic: number;
  /** Order value x orders per year x lifespan x margin; null when the lifespan is unknown. */
  simple: number | null;
  /** Margin per active customer and month / monthly churn; null when churn is unknown. */
  churnBased: number | null;
  /** The purchase model in use. */
  model: ModelName;
  purchase: FitResult<ModelParameters>;
  spend: FitResult<GammaGammaParams>;
  /** Correlation of frequency and mean spend, which Gamma-Gamma assumes to be none. */
  independence: Correlation;
  /** Buyers the spend model leaves out: no repeat purchase with a positive amount. */
  unfitForSpend: number;
  /** null where one of the models could not be fitted. */
  prediction: PredictionSummary | null;
  /** How customers differ, by the fitted models. */
  densities: Density[];
  /** null where the purchase model could not be fitted. */
  map: BehaviourMap | null;
}

/** One purchase model beside the others. */
export interface ModelLine {
  name: ModelName;
  /** Fitted to all the time there is. */
  fit: FitResult<ModelParameters>;
  /** Fitted to the calibration, tested on the holdout; null where either could not be. */
  accuracy: Accuracy | null;
}

/** The models beside each other, and the one in use put to the test. */
export interface ModelsAnswer {
  kind: 'models';
  /** Buyers compared: all, or every so many of very many. */
  compared: number;
  buyers: number;
  /** Lowest AIC first; those without a fit last. */
  lines: ModelLine[];
  naive: { name: NaiveName; accuracy: Accuracy }[];
  /** null when no model could be fitted. */
  advice: ModelAdvice<ModelName> | null;
  /** The model in use. */
  model: ModelName;
  /** Days: last of the calibration, last of the holdout, and the earliest and latest that can be chosen. */
  split: { day: number; end: number; from: number; to: number } | null;
  /** Actual and expected numbers of buyers by repeat purchases, over all the time there is. */
  frequency: FrequencyFit | null;
  /** The model in use on the holdout; null where it could not be tested. */
  test: {
    tracking: Tracking;
    byFrequency: ConditionalMean[];
    byRecency: ConditionalMean[];
  } | null;
}

/** A newer question has taken over; its answer is the one to wait for. */
export interface Superseded {
  kind: 'superseded';
}

/** Intervals from refitting to resampled customers, to be held against those of `PredictionSummary`. */
export interface BootstrapAnswer {
  kind: 'bootstrap';
  /** Resamples asked for, and those that no model could be fitted to. */
  draws: number;
  failed: number;
  intervals: PredictionIntervals;
  /** 90% interval of each parameter. */
  parameters: Record<string, Interval>;
}

export type SortKey =
  'id' | 'first' | 'last' | 'orders' | 'net' | 'segment' | 'alive' | 'purchases' | 'clv';

export interface CustomerQuery {
  /** Part of the id; empty for all. */
  search: string;
  segment: string | null;
  sort: SortKey;
  descending: boolean;
  offset: number;
  limit: number;
}

/** One customer. Days as ISO dates, durations in days, money in units of the currency. */
export interface CustomerRow {
  /** Index of the customer in the dataset. */
  customer: number;
  id: string;
  first: string | null;
  last: string | null;
  orders: number;
  x: number;
  tx: number;
  T: number;
  m: number | null;
  net: number;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  rScore: number | null;
  fScore: number | null;
  mScore: number | null;
  segment: string | null;
  alive: number | null;
  purchases: number | null;
  clv: number | null;
}

export interface CustomersAnswer {
  total: number;
  rows: CustomerRow[];
}

/** One customer with every order; days as day numbers, money in units of the currency. */
export interface CustomerAnswer {
  row: CustomerRow;
  orders: { day: number; minute: number; net: number }[];
  /** Refunds that belong to no order. */
  unlinked: number;
  observationEnd: number;
  /** null for who never ordered, or where no model could be fitted. Times in days since the first order. */
  outlook: { model: ModelName; path: AlivePoint[]; forecast: CustomerForecast } | null;
}

/**
 * All the page can ask of the worker, which owns the data. Answers are small: nothing as long as the
 * customer list crosses, but for one page of a table.
 */
export interface Engine {
  /** Opens the store; to be called first. */
  start(): Promise<Keeping>;
  datasets(): Promise<DatasetEntry[]>;
  /** What is understood of each file under its choices. */
  inspect(files: ChosenFile[]): Promise<Inspected[]>;
  /** What was decided when files with these headers were last imported; null where nothing is remembered. */
  recall(fingerprints: string[]): Promise<(Choices | null)[]>;
  /** Remembers what was decided about files with a header; null forgets it. */
  remember(fingerprint: string, choices: Choices | null): Promise<Done>;
  /** Reads the files, keeps them as one dataset and opens it. Anything else leaves all as it was. */
  importFiles(
    files: ChosenFile[],
    onProgress: (progress: ReadProgress) => void,
  ): Promise<ImportOutcome>;
  cancelImport(): void;
  /** Customers with an order in each period of a sample: what it looks like before it is opened. */
  glimpse(sample: SampleName): number[];
  /** Simulates a sample shop, keeps and opens it. */
  createSample(sample: SampleName): Promise<Opened>;
  open(id: string): Promise<Opened | NotOpened>;
  rename(id: string, name: string): Promise<Done>;
  remove(id: string): Promise<Done>;
  eraseEverything(): Promise<Done>;
  /** Keeps the settings of the open dataset. */
  keepSettings(settings: Settings): Promise<Done>;

  // Questions about the open dataset.
  overview(settings: Settings): OverviewAnswer;
  segments(settings: Settings): SegmentsAnswer;
  churn(settings: Settings): ChurnAnswer;
  retention(settings: Settings): RetentionAnswer;
  value(settings: Settings): ValueAnswer;
  /** Fits and tests every model, one at a time, so that newer questions are answered in between. */
  models(settings: Settings): Promise<ModelsAnswer | Superseded>;
  /** Refits the models to `draws` resamples of the buyers; minutes for very many. */
  bootstrap(
    settings: Settings,
    draws: number,
    onProgress: (done: number) => void,
  ): Promise<BootstrapAnswer | { kind: 'cancelled' }>;
  cancelBootstrap(): void;
  customers(settings: Settings, query: CustomerQuery): CustomersAnswer;
  /** @returns null for a customer that is not in the dataset under these settings */
  customer(settings: Settings, customer: number): CustomerAnswer | null;
  /** The results file as JSON. */
  resultsFile(settings: Settings): Blob;
  /** The customer table as CSV. */
  customersFile(settings: Settings): Blob;
}
