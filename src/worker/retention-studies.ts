import type { CalendarPeriod } from '../analysis/calendar';
import type { Gaps } from '../analysis/churn/gaps';
import type { Customers } from '../analysis/customers';
import { type ExpectedOrders, expectedOrders } from '../analysis/next-order/expected-orders';
import { dayRange, type Orders } from '../analysis/orders';
import { seasonalRhythm } from '../analysis/rhythm/order-rhythm';
import type { Texts } from '../analysis/texts';
import type { Transactions } from '../analysis/transactions';
import { listCsv } from '../exports/list-csv';
import { BuyerList, RETENTION_COLUMNS } from './answers/buyer-list';
import { churnFlowAnswer, thresholdOf } from './answers/churn';
import { nextOrderAnswer } from './answers/next-order';
import { discountAnswer, retentionAnswer } from './answers/retention';
import { spendAnswer } from './answers/spend';
import { durationsAnswer, survivalAnswer, survivalTableAnswer } from './answers/survival';
import type { ChurnFlowAnswer } from './contract/churn';
import type {
  NextOrderAnswer,
  RetentionCustomersAnswer,
  RetentionFilter,
  RetentionQuery,
  RhythmAnswer,
} from './contract/next-order';
import type { DiscountAnswer, RetentionAnswer } from './contract/retention';
import type { Settings } from './contract/settings';
import type { SpendAnswer, SpendOptions } from './contract/spend';
import type { SurvivalAnswer, SurvivalOptions } from './contract/survival';
import type { DatasetContent } from './dataset-columns';
import { LARGE, Memo } from './memo';
import { forChurn, forOrders } from './stage-inputs';

/** What the studies are made from: the stages of the open dataset. */
export interface RetentionSources {
  readonly content: DatasetContent;
  readonly transactions: Transactions;
  readonly customerIds: Texts;
  orders(settings: Settings): Orders;
  customers(settings: Settings): Customers;
  gaps(settings: Settings): Gaps;
}

/** Who stays, who leaves and who is due: what the Retention page asks. */
export class RetentionStudies {
  readonly #from: RetentionSources;
  readonly #retention = new Memo<RetentionAnswer>();
  readonly #churnFlow = new Memo<ChurnFlowAnswer>();
  readonly #survival = new Memo<SurvivalAnswer>(8);
  readonly #discount = new Memo<DiscountAnswer>();
  readonly #spend = new Memo<SpendAnswer>(8);
  readonly #rhythm = new Memo<RhythmAnswer>();
  readonly #expected = new Memo<ExpectedOrders | null>(LARGE);
  readonly #nextOrder = new Memo<NextOrderAnswer | null>();
  readonly #buyerList = new Memo<BuyerList>(LARGE);

  constructor(sources: RetentionSources) {
    this.#from = sources;
  }

  retention(settings: Settings): RetentionAnswer {
    const { cohortPeriod, retentionRule, periods } = settings;
    const inputs = [...forOrders(settings), cohortPeriod, retentionRule, periods];
    return this.#retention.of(inputs, () =>
      retentionAnswer(this.#from.transactions, this.#from.orders(settings), settings),
    );
  }

  /** Churn by periods of a length of its own. */
  churnFlow(settings: Settings, period: CalendarPeriod): ChurnFlowAnswer {
    return this.#churnFlow.of([...forChurn(settings), period], () =>
      churnFlowAnswer(
        this.#from.transactions,
        this.#from.orders(settings),
        this.#thresholdBy(settings),
        period,
      ),
    );
  }

  /** Of an order log, of durations or of a survival table; the other kinds have no lifetimes. */
  survival(settings: Settings, options: SurvivalOptions): SurvivalAnswer {
    return this.#survival.of([...forChurn(settings), settings.horizonMonths, options], () => {
      switch (this.#from.content.kind) {
        case 'durations':
          return durationsAnswer(this.#from.content.durations, options);
        case 'survival-table':
          return survivalTableAnswer(this.#from.content.table, settings, options);
        default:
          return survivalAnswer(
            this.#from.transactions,
            this.#from.orders(settings),
            settings,
            options,
            this.#thresholdBy(settings),
          );
      }
    });
  }

  discount(settings: Settings): DiscountAnswer {
    const { cohortPeriod, retentionRule, periods } = settings;
    const inputs = [...forOrders(settings), cohortPeriod, retentionRule, periods];
    return this.#discount.of(inputs, () =>
      discountAnswer(this.#from.transactions, this.#from.orders(settings), settings),
    );
  }

  spend(settings: Settings, options: SpendOptions): SpendAnswer {
    return this.#spend.of([...forOrders(settings), settings.cohortPeriod, options], () =>
      spendAnswer(this.#from.orders(settings), settings, options),
    );
  }

  rhythm(settings: Settings): RhythmAnswer {
    return this.#rhythm.of(forOrders(settings), () =>
      seasonalRhythm(this.#from.orders(settings), dayRange(this.#from.transactions).first),
    );
  }

  nextOrder(settings: Settings): NextOrderAnswer | null {
    return this.#nextOrder.of(forChurn(settings), () =>
      nextOrderAnswer(
        this.#from.orders(settings),
        this.#from.customers(settings),
        this.#expectedBy(settings),
      ),
    );
  }

  /** One page of the buyers of some cohorts, or of those due or late. */
  customers(settings: Settings, query: RetentionQuery): RetentionCustomersAnswer {
    return this.#buyers(settings).page(query);
  }

  /** All of such a list as CSV. */
  customersFile(settings: Settings, filter: RetentionFilter): Blob {
    return listCsv(RETENTION_COLUMNS, this.#buyers(settings).records(filter));
  }

  #thresholdBy(settings: Settings): number | null {
    return thresholdOf(this.#from.gaps(settings), settings);
  }

  #expectedBy(settings: Settings): ExpectedOrders | null {
    return this.#expected.of(forChurn(settings), () =>
      expectedOrders(
        this.#from.orders(settings),
        this.#from.customers(settings),
        this.#thresholdBy(settings),
      ),
    );
  }

  #buyers(settings: Settings): BuyerList {
    return this.#buyerList.of(
      [...forChurn(settings), settings.cohortPeriod],
      () =>
        new BuyerList(
          this.#from.customerIds,
          this.#from.customers(settings),
          this.#expectedBy(settings),
          settings.cohortPeriod,
        ),
    );
  }
}
