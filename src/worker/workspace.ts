import { parseIsoDate } from '../analysis/calendar';
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
import { type Fits, fitModels, type Prediction, predict, valueAnswer } from './answers/value';
import type { DatasetColumns } from './dataset-columns';
import { Memo } from './memo';
import type {
  ChurnAnswer,
  CustomerAnswer,
  DatasetEntry,
  OverviewAnswer,
  RetentionAnswer,
  SegmentsAnswer,
  Settings,
  ValueAnswer,
} from './protocol';

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
  readonly #fits = new Memo<Fits>();
  readonly #prediction = new Memo<Prediction | null>(LARGE);
  readonly #table = new Memo<CustomerTable>(LARGE);
  readonly #overview = new Memo<OverviewAnswer>();
  readonly #segments = new Memo<SegmentsAnswer>();
  readonly #churn = new Memo<ChurnAnswer>();
  readonly #retention = new Memo<RetentionAnswer>();
  readonly #value = new Memo<ValueAnswer>();

  constructor(entry: DatasetEntry, { transactions, customerIds }: DatasetColumns) {
    this.entry = entry;
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
    return this.#fits.of(forFits(settings), () =>
      fitModels(this.customers(settings), settings.timeUnit),
    );
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
    return { row, orders, unlinked: unlinkedMinor[customer] / unit, observationEnd };
  }

  resultsFile(settings: Settings): Blob {
    const results = resultsFile(this.entry, settings, {
      overview: this.overview(settings),
      segments: this.segments(settings),
      churn: this.churn(settings),
      retention: this.retention(settings),
      value: this.value(settings),
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
  return [...forOrders(settings), settings.timeUnit];
}

function forPrediction(settings: Settings): unknown[] {
  const { margin, annualDiscount, horizonMonths } = settings;
  return [...forFits(settings), margin, annualDiscount, horizonMonths];
}
