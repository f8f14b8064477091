import { parseIsoDate } from '../analysis/calendar';
import { gammaGamma } from '../analysis/models/gamma-gamma';
import { PURCHASE_MODELS } from '../analysis/models/purchase-models';
import { type Customers, summariseCustomers } from '../analysis/customers';
import { collectOrders, type Orders } from '../analysis/orders';
import type { Transactions } from '../analysis/transactions';
import { resultsJson } from '../exports/results-file';
import { churnAnswer } from './answers/churn';
import { CustomerTable } from './answers/customer-table';
import { overviewAnswer } from './answers/overview';
import { resultsFile } from './answers/results';
import { retentionAnswer } from './answers/retention';
import { type Segmentation, segmentation, segmentsAnswer } from './answers/segments';
import { bootstrapAnswer } from './answers/bootstrap';
import { advice, type Compared, comparison } from './answers/comparison';
import { type Fits, type Histories, histories } from './answers/fits';
import { outlook } from './answers/outlook';
import { type Prediction, predict, valueAnswer } from './answers/value';
import type { DatasetColumns } from './dataset-columns';
import { FitShelf } from './fit-shelf';
import { Memo } from './memo';
import type { ChurnAnswer } from './contract/churn';
import type { CustomerAnswer } from './contract/customers';
import type { DatasetEntry } from './contract/datasets';
import type { BootstrapAnswer, ModelLine, ModelsAnswer } from './contract/models';
import type { OverviewAnswer } from './contract/overview';
import type { RetentionAnswer } from './contract/retention';
import type { SegmentsAnswer } from './contract/segments';
import type { ModelName, Settings } from './contract/settings';
import type { ValueAnswer } from './contract/value';

/** Large stages are kept for the settings in use and the ones before (undo); answers are small. */
const LARGE = 2;

/**
 * The open dataset and what was computed from it. Each stage is remembered by the settings it
 * depends on, so that turning one knob recomputes only what follows from it.
 */
export class Workspace {
  readonly entry: DatasetEntry;
  readonly transactions: Transactions;
  readonly customerIds: readonly string[];
  readonly #orders = new Memo<Orders>(LARGE);
  readonly #customers = new Memo<Customers>(LARGE);
  readonly #segmentation = new Memo<Segmentation>(LARGE);
  readonly #histories = new Memo<Histories>(LARGE);
  readonly #shelf: FitShelf;
  readonly #models = new Memo<ModelsAnswer>();
  readonly #prediction = new Memo<Prediction | null>(LARGE);
  readonly #table = new Memo<CustomerTable>(LARGE);
  readonly #overview = new Memo<OverviewAnswer>();
  readonly #segments = new Memo<SegmentsAnswer>();
  readonly #churn = new Memo<ChurnAnswer>();
  readonly #retention = new Memo<RetentionAnswer>();
  readonly #value = new Memo<ValueAnswer>();

  constructor(
    entry: DatasetEntry,
    { transactions, customerIds }: DatasetColumns,
    shelf = new FitShelf(undefined, () => undefined),
  ) {
    this.entry = entry;
    this.#shelf = shelf;
    this.transactions = transactions;
    this.customerIds = customerIds;
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
    return this.#customers.of(forOrders(settings), () => summariseCustomers(this.orders(settings)));
  }

  segmentation(settings: Settings): Segmentation {
    return this.#segmentation.of(forScores(settings), () =>
      segmentation(this.customers(settings), settings),
    );
  }

  fits(settings: Settings): Fits {
    const known = this.histories(settings);
    const model = this.#model(settings);
    const inputs = forOrders(settings);
    return {
      ...known,
      model,
      purchase: this.#shelf.of([...inputs, settings.timeUnit, model], () =>
        PURCHASE_MODELS[model].fit(known.history, settings.timeUnit),
      ),
      spend: this.#shelf.of([...inputs, gammaGamma.name], () => gammaGamma.fit(known.spendHistory)),
    };
  }

  histories(settings: Settings): Histories {
    return this.#histories.of([...forOrders(settings), settings.timeUnit], () =>
      histories(this.customers(settings), settings.timeUnit),
    );
  }

  /** The model in use: the one chosen, or the one the comparison advises. */
  #model(settings: Settings): ModelName {
    if (settings.model !== 'auto') return settings.model;
    return this.models(settings).model;
  }

  /** The comparison in one go. */
  models(settings: Settings): ModelsAnswer {
    return this.#models.of(forModels(settings), () => {
      const steps = this.#comparison(settings);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    });
  }

  /** The comparison step by step, with a rest after each; null as soon as `stopped` says so. */
  async modelsInSteps(
    settings: Settings,
    rest: () => Promise<void>,
    stopped: () => boolean,
  ): Promise<ModelsAnswer | null> {
    const known = this.#models.known(forModels(settings));
    if (known) return known;
    const steps = this.#comparison(settings);
    for (;;) {
      await rest();
      if (stopped()) return null;
      const step = steps.next();
      if (step.done) return this.#models.of(forModels(settings), () => step.value);
    }
  }

  #comparison(settings: Settings): Generator<undefined, ModelsAnswer> {
    const compared: Compared = {
      orders: this.orders(settings),
      history: this.histories(settings).history,
      settings,
      shelf: this.#shelf,
      inputs: forOrders(settings),
    };
    const inUse = (lines: readonly ModelLine[]): ModelName =>
      settings.model === 'auto' ? (advice(lines)?.model ?? 'bg-nbd') : settings.model;
    return comparison(compared, inUse);
  }

  /** Refits to resamples, yielding how many are done; null where there is nothing to refit. */
  bootstrap(settings: Settings, draws: number): Generator<number, BootstrapAnswer> | null {
    const prediction = this.prediction(settings);
    return prediction && bootstrapAnswer(prediction, draws);
  }

  /** Predictions for every buyer; null where no model could be fitted. */
  prediction(settings: Settings): Prediction | null {
    return this.#prediction.of(forPrediction(settings), () =>
      predict(this.fits(settings), settings),
    );
  }

  /** One row per customer with everything known about them. */
  table(settings: Settings): CustomerTable {
    const inputs = [...forPrediction(settings), ...forScores(settings)];
    return this.#table.of(
      inputs,
      () =>
        new CustomerTable(
          this.customerIds,
          this.customers(settings),
          this.segmentation(settings),
          this.prediction(settings),
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
      ),
    );
  }

  churn(settings: Settings): ChurnAnswer {
    return this.#churn.of(forChurn(settings), () =>
      churnAnswer(this.transactions, this.orders(settings), this.customers(settings), settings),
    );
  }

  retention(settings: Settings): RetentionAnswer {
    const { cohortPeriod, retentionRule, periods } = settings;
    const inputs = [...forOrders(settings), cohortPeriod, retentionRule, periods];
    return this.#retention.of(inputs, () =>
      retentionAnswer(this.transactions, this.orders(settings), settings),
    );
  }

  value(settings: Settings): ValueAnswer {
    const inputs = [...forPrediction(settings), ...forChurn(settings)];
    return this.#value.of(inputs, () =>
      valueAnswer(
        this.overview(settings),
        this.churn(settings),
        this.fits(settings),
        this.prediction(settings),
        settings,
      ),
    );
  }

  customer(settings: Settings, customer: number): CustomerAnswer | null {
    const row = this.table(settings).rowOf(customer);
    if (!row) return null;
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

  resultsFile(settings: Settings): Blob {
    const results = resultsFile(this.entry, settings, {
      overview: this.overview(settings),
      segments: this.segments(settings),
      churn: this.churn(settings),
      retention: this.retention(settings),
      value: this.value(settings),
      models: this.models(settings),
    });
    return new Blob([resultsJson(results)], { type: 'application/json' });
  }
}

/** What decides which rows make which orders; everything else builds on it. */
function forOrders({ observationEnd, leaveOutZeroOrders }: Settings): unknown[] {
  return [observationEnd, leaveOutZeroOrders];
}

function forScores(settings: Settings): unknown[] {
  return [...forOrders(settings), settings.bins, settings.monetary];
}

function forChurn(settings: Settings): unknown[] {
  return [...forOrders(settings), settings.churnAfterDays, settings.churnPercentile];
}

function forFits(settings: Settings): unknown[] {
  // Only the advice depends on where the data are split.
  const splitDate = settings.model === 'auto' ? settings.splitDate : null;
  return [...forOrders(settings), settings.timeUnit, settings.model, splitDate];
}

function forModels(settings: Settings): unknown[] {
  return [...forOrders(settings), settings.timeUnit, settings.model, settings.splitDate];
}

function forPrediction(settings: Settings): unknown[] {
  const { margin, annualDiscount, horizonMonths } = settings;
  return [...forFits(settings), margin, annualDiscount, horizonMonths];
}
