import { type Activity, activityByPeriod } from '../analysis/activity';
import { parseIsoDate } from '../analysis/calendar';
import { type Gaps, orderGaps } from '../analysis/churn/gaps';
import type { PurchasePredictions } from '../analysis/models/forecast';
import { customersOfSummary } from '../analysis/customer-summary';
import { type Customers, summariseCustomers } from '../analysis/customers';
import { collectOrders, type Orders } from '../analysis/orders';
import type { Texts } from '../analysis/texts';
import type { Transactions } from '../analysis/transactions';
import { type KindResultsFile, type ResultsFile, resultsJson } from '../exports/results-file';
import { churnAnswer } from './answers/churn';
import { CustomerTable } from './answers/customer-table';
import { overviewAnswer } from './answers/overview';
import { resultsFile } from './answers/results';
import { summaryResults, survivalResults } from './answers/results-of-kinds';
import { type Segmentation, segmentation, segmentsAnswer } from './answers/segments';
import { type Fits, type Histories, histories } from './answers/fits';
import { outlook, outlookOfSummary } from './answers/outlook';
import { summaryAnswer } from './answers/summary';
import { summarySegmentation, summarySegments } from './answers/summary-segments';
import {
  type Prediction,
  predict,
  predictPurchases,
  valueAnswer,
  valueOfOrders,
  valueOfSummary,
} from './answers/value';
import type { DatasetColumns, DatasetContent } from './dataset-columns';
import { FitShelf } from './fit-shelf';
import { LARGE, Memo } from './memo';
import { type FitterElsewhere, ModelFits } from './model-fits';
import { ModelStudies } from './model-studies';
import { RetentionStudies } from './retention-studies';
import { SegmentStudies } from './segment-studies';
import { forChurn, forOrders, forPrediction, forScores } from './stage-inputs';
import type { ChurnAnswer } from './contract/churn';
import type { CustomerAnswer, CustomerRow } from './contract/customers';
import type { DatasetEntry } from './contract/datasets';
import type { OverviewAnswer } from './contract/overview';
import type { SegmentsAnswer } from './contract/segments';
import type { Settings } from './contract/settings';
import type { SummaryAnswer } from './contract/summary';
import { DEFAULT_SURVIVAL_OPTIONS } from './contract/survival';
import type { ValueAnswer } from './contract/value';

/**
 * The open dataset and what was computed from it. Each stage is remembered by the settings it
 * depends on, so that turning one knob recomputes only what follows from it.
 */
export class Workspace {
  readonly entry: DatasetEntry;
  readonly content: DatasetContent;
  readonly segmentStudies = new SegmentStudies(this);
  readonly retentionStudies = new RetentionStudies(this);
  readonly modelStudies: ModelStudies;
  readonly #orders = new Memo<Orders>(LARGE);
  readonly #customers = new Memo<Customers>(LARGE);
  readonly #segmentation = new Memo<Segmentation>(LARGE);
  readonly #histories = new Memo<Histories>(LARGE);
  readonly #fits: ModelFits;
  readonly #prediction = new Memo<Prediction | null>(LARGE);
  readonly #table = new Memo<CustomerTable>(LARGE);
  readonly #overview = new Memo<OverviewAnswer>();
  readonly #segments = new Memo<SegmentsAnswer>();
  readonly #activity = new Memo<Activity | null>();
  readonly #gaps = new Memo<Gaps>(LARGE);
  readonly #churn = new Memo<ChurnAnswer>();
  readonly #value = new Memo<ValueAnswer>();
  readonly #purchasesOnly = new Memo<(PurchasePredictions & { clv?: Float64Array }) | null>(LARGE);
  readonly #summary = new Memo<SummaryAnswer>();

  constructor(
    entry: DatasetEntry,
    content: DatasetContent,
    shelf = new FitShelf(undefined, () => undefined),
  ) {
    this.entry = entry;
    this.content = content;
    this.modelStudies = new ModelStudies(this, shelf);
    this.#fits = new ModelFits(this, shelf);
  }

  /** The order log: most questions are about orders with their dates, and the page asks those of no other kind. */
  get #log(): DatasetColumns {
    if (this.content.kind !== 'orders') throw new Error(`no orders in a ${this.content.kind}`);
    return this.content;
  }

  get transactions(): Transactions {
    return this.#log.transactions;
  }

  get customerIds(): Texts {
    return this.#log.customerIds;
  }

  orders(settings: Settings): Orders {
    return this.#orders.of(forOrders(settings), () => {
      const end = settings.observationEnd === null ? null : parseIsoDate(settings.observationEnd);
      return collectOrders(this.transactions, {
        leaveOutZero: settings.leaveOutZeroOrders,
        ...(end === null ? {} : { observationEnd: end }),
      });
    });
  }

  customers(settings: Settings): Customers {
    return this.#customers.of(forOrders(settings), () =>
      'summary' in this.content
        ? customersOfSummary(this.content.summary)
        : summariseCustomers(this.orders(settings)),
    );
  }

  segmentation(settings: Settings): Segmentation {
    return this.#segmentation.of(forScores(settings), () =>
      ('summary' in this.content ? summarySegmentation : segmentation)(
        this.customers(settings),
        settings,
      ),
    );
  }

  fits(settings: Settings): Fits {
    return this.#fits.of(settings);
  }

  /**
   * Has the models in use fitted elsewhere where that takes long, so that other questions are answered
   * meanwhile: ask for it before any question that needs a prediction.
   */
  async prepareFits(settings: Settings, elsewhere: FitterElsewhere): Promise<void> {
    if (this.content.kind === 'orders') await this.#fits.prepare(settings, elsewhere);
  }

  histories(settings: Settings): Histories {
    return this.#histories.of([...forOrders(settings), settings.timeUnit], () =>
      histories(this.customers(settings), settings.timeUnit),
    );
  }

  /** Predictions for every buyer; null where no model could be fitted. */
  prediction(settings: Settings): Prediction | null {
    return this.#prediction.of(forPrediction(settings), () =>
      predict(this.fits(settings), settings),
    );
  }

  /** The same where it is made already, undefined where not. */
  predictionKnown(settings: Settings): Prediction | null | undefined {
    return this.#prediction.known(forPrediction(settings));
  }

  /** Purchases of every buyer, with or without spend; null where the purchase model could not be fitted. */
  #purchases(settings: Settings): (PurchasePredictions & { clv?: Float64Array }) | null {
    return this.#purchasesOnly.of(
      forPrediction(settings),
      () => this.prediction(settings) ?? predictPurchases(this.fits(settings), settings),
    );
  }

  /** What can be told of customers summarised elsewhere; null for data of another kind. */
  summary(settings: Settings): SummaryAnswer | null {
    const { content } = this;
    if (!('summary' in content)) return null;
    const inputs = [...forPrediction(settings), ...forScores(settings)];
    return this.#summary.of(inputs, () => {
      const customers = this.customers(settings);
      const scored = this.segmentation(settings);
      const segments = summarySegments(customers, scored, this.#purchases(settings));
      return summaryAnswer(content.summary, customers, segments);
    });
  }

  /** One row per customer with everything known about them. */
  table(settings: Settings): CustomerTable {
    const inputs = [...forPrediction(settings), ...forScores(settings)];
    return this.#table.of(
      inputs,
      () =>
        new CustomerTable(
          'customerIds' in this.content ? this.content.customerIds : [],
          this.customers(settings),
          this.segmentation(settings),
          this.#purchases(settings),
        ),
    );
  }

  overview(settings: Settings): OverviewAnswer {
    return this.#overview.of(forChurn(settings), () =>
      overviewAnswer(
        this.transactions,
        this.orders(settings),
        this.customers(settings),
        this.churn(settings),
        this.#byMonth(settings),
      ),
    );
  }

  segments(settings: Settings): SegmentsAnswer {
    const inputs = [...forPrediction(settings), ...forScores(settings)];
    return this.#segments.of(inputs, () =>
      segmentsAnswer(
        this.customers(settings),
        this.segmentation(settings),
        this.prediction(settings),
        this.segmentStudies.attributes,
      ),
    );
  }

  #byMonth(settings: Settings): Activity | null {
    return this.#activity.of(forOrders(settings), () =>
      activityByPeriod(this.transactions, this.orders(settings), 'month'),
    );
  }

  /** Days between the days on which a customer ordered. */
  gaps(settings: Settings): Gaps {
    return this.#gaps.of(forOrders(settings), () => orderGaps(this.orders(settings), 'occasions'));
  }

  churn(settings: Settings): ChurnAnswer {
    return this.#churn.of(forChurn(settings), () =>
      churnAnswer(
        this.#byMonth(settings),
        this.customers(settings),
        this.gaps(settings),
        settings,
        this.retentionStudies.churnFlow(settings, 'month'),
      ),
    );
  }

  value(settings: Settings): ValueAnswer {
    const inputs = [...forPrediction(settings), ...forChurn(settings)];
    return this.#value.of(inputs, () =>
      valueAnswer(
        'summary' in this.content
          ? valueOfSummary(this.content.summary, this.customers(settings), settings)
          : valueOfOrders(this.overview(settings), this.churn(settings), settings),
        this.fits(settings),
        this.prediction(settings),
        this.#purchases(settings),
        settings,
      ),
    );
  }

  customer(settings: Settings, customer: number): CustomerAnswer | null {
    const row = this.table(settings).rowOf(customer);
    if (!row) return null;
    if (this.content.kind !== 'orders') return this.#summarised(settings, row);
    const { offset, day, minute, minorNet, unlinkedMinor, unit, observationEnd } =
      this.orders(settings);
    const orders = [];
    for (let i = offset[customer]; i < offset[customer + 1]; i++) {
      orders.push({ day: day[i], minute: minute?.[i] ?? -1, net: minorNet[i] / unit });
    }
    const prediction = this.prediction(settings);
    const buyer = this.table(settings).buyerOf(customer);
    return {
      row,
      orders,
      unlinked: unlinkedMinor[customer] / unit,
      observationEnd,
      outlook:
        prediction && buyer >= 0
          ? outlook(prediction, this.fits(settings), this.orders(settings), buyer, customer)
          : null,
    };
  }

  /** One customer of a summary, or one of a group: no orders to show, but the same future. */
  #summarised(settings: Settings, row: CustomerRow): CustomerAnswer {
    const { observationEnd } = this.customers(settings);
    const prediction = this.prediction(settings);
    return {
      row,
      orders: [],
      unlinked: 0,
      observationEnd,
      outlook: prediction && outlookOfSummary(prediction, this.fits(settings), row.customer),
    };
  }

  resultsFile(settings: Settings): Blob {
    return new Blob([resultsJson(this.#results(settings))], { type: 'application/json' });
  }

  #results(settings: Settings): ResultsFile | KindResultsFile {
    const summary = this.summary(settings);
    if (summary) {
      const [value, models] = [this.value(settings), this.modelStudies.comparison(settings)];
      return summaryResults(this.entry, settings, summary, value, models);
    }
    if (this.content.kind !== 'orders') {
      const answer = this.retentionStudies.survival(settings, DEFAULT_SURVIVAL_OPTIONS);
      return survivalResults(this.entry, settings, answer);
    }
    return resultsFile(this.entry, settings, {
      overview: this.overview(settings),
      segments: this.segments(settings),
      churn: this.churn(settings),
      retention: this.retentionStudies.retention(settings),
      survival: this.retentionStudies.survival(settings, DEFAULT_SURVIVAL_OPTIONS),
      value: this.value(settings),
      models: this.modelStudies.comparison(settings),
    });
  }
}
