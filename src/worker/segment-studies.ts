import type { Customers } from '../analysis/customers';
import type { Orders } from '../analysis/orders';
import type { Texts } from '../analysis/texts';
import { listCsv } from '../exports/list-csv';
import { pseudonyms } from '../exports/pseudonyms';
import type { Cell } from '../exports/safe-csv';
import type { CustomerTable } from './answers/customer-table';
import { attributeValues, groupAnswer, groupBuyers, slicedBuyers } from './answers/customer-group';
import {
  addressed,
  type Addressed,
  consentingCustomers,
  lastKnown,
  listCell,
  suppressedCustomers,
} from './answers/customer-list';
import {
  type ConcentrationBasis,
  concentrationAnswer,
  concentrationBasis,
} from './answers/concentration';
import {
  MOVER_COLUMNS,
  moverRecords,
  moversAnswer,
  moversOf,
  migrationAnswer,
  type TwoDates,
  twoDates,
} from './answers/migration';
import { forSegments, type Segmentation, segmentsAnswer } from './answers/segments';
import type { Prediction } from './answers/value';
import type { ConcentrationAnswer, ConcentrationQuery } from './contract/concentration';
import type { AttributeValuesAnswer, Group, GroupAnswer, Slice } from './contract/customer-group';
import type { ListFile, ListOptions, ListSize } from './contract/customer-list';
import type { CustomersAnswer, SortKey } from './contract/customers';
import type {
  MigrationAnswer,
  MigrationDates,
  Move,
  MoverPage,
  MoversAnswer,
  NoMigration,
} from './contract/migration';
import type { SegmentsAnswer } from './contract/segments';
import type { Settings } from './contract/settings';
import type { DatasetContent } from './dataset-columns';
import { Memo } from './memo';

/** What the studies are made from: the stages of the open dataset. */
export interface SegmentSources {
  readonly content: DatasetContent;
  orders(settings: Settings): Orders;
  customers(settings: Settings): Customers;
  segmentation(settings: Settings): Segmentation;
  prediction(settings: Settings): Prediction | null;
  /** The same where it is made already, undefined where not. */
  predictionKnown(settings: Settings): Prediction | null | undefined;
  table(settings: Settings): CustomerTable;
}

/** Up to so many buyers predictions are made at once; beyond, the person sees the counts first. */
const PREDICTED_AT_ONCE = 50_000;

/** Whoever is asked for within a slice, who they are, and where they went: what the Segments page asks. */
export class SegmentStudies {
  readonly #from: SegmentSources;
  readonly #slices = new Memo<Uint8Array>();
  readonly #groups = new Memo<Uint8Array>();
  readonly #values = new Memo<AttributeValuesAnswer>(16);
  readonly #dates = new Memo<TwoDates | NoMigration>(2);
  readonly #movers = new Memo<Uint32Array>();
  readonly #concentration = new Memo<ConcentrationBasis>(2);

  constructor(sources: SegmentSources) {
    this.#from = sources;
  }

  segmentsOf(settings: Settings, slice: Slice | null): SegmentsAnswer {
    const customers = this.#from.customers(settings);
    const prediction =
      customers.buyers.length <= PREDICTED_AT_ONCE
        ? this.#from.prediction(settings)
        : this.#from.predictionKnown(settings);
    return segmentsAnswer(
      customers,
      this.#from.segmentation(settings),
      prediction,
      this.attributes,
      this.#slice(settings, slice),
    );
  }

  get attributes(): string[] {
    const { content } = this.#from;
    return content.kind === 'orders' ? content.transactions.attributes.map(({ name }) => name) : [];
  }

  attributeValues(
    settings: Settings,
    attribute: string,
    at: Slice['at'],
    search: string,
  ): AttributeValuesAnswer {
    return this.#values.of([forCustomers(settings), attribute, at, search], () =>
      attributeValues(this.#transactions, this.#from.customers(settings), attribute, at, search),
    );
  }

  group(settings: Settings, group: Group): GroupAnswer {
    const slice = this.#slice(settings, group.slice);
    return groupAnswer(
      this.#group(settings, group),
      slice,
      this.#from.customers(settings),
      this.#from.segmentation(settings),
      this.#predictionNow(settings),
    );
  }

  groupCustomers(
    settings: Settings,
    group: Group,
    page: { sort: SortKey; descending: boolean; offset: number; limit: number },
  ): CustomersAnswer {
    const among = this.#group(settings, group);
    const { buyers } = this.#from.customers(settings);
    return this.#from.table(settings).pageOf(group, () => positionsOf(buyers, among), page);
  }

  listSize(
    settings: Settings,
    group: Group,
    options: ListOptions,
    suppressed: readonly string[],
  ): ListSize {
    return this.#addressed(settings, group, options, suppressed).size;
  }

  async listFile(
    settings: Settings,
    group: Group,
    options: ListOptions,
    suppressed: readonly string[],
    secret: () => Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<ListFile> {
    const { positions, size } = this.#addressed(settings, group, options, suppressed);
    const { customer } = this.#from.customers(settings);
    const ids = Array.from(positions, (position) => this.#ids.at(customer[position]) ?? '');
    const written = options.pseudonyms ? await pseudonyms(ids, await secret()) : ids;
    if (written === null) return { kind: 'no-pseudonyms' };
    const table = this.#from.table(settings);
    const { observationEnd } = this.#from.customers(settings);
    const described = options.attributes.map((name) =>
      lastKnown(this.#transactions, observationEnd, name),
    );
    function* records(): Generator<Cell[]> {
      for (const [i, position] of positions.entries()) {
        const row = table.row(position);
        yield [
          ...options.columns.map((column) => listCell(column, row, written![i], options.words)),
          ...described.map((value) => value(row.customer)),
        ];
      }
    }
    return {
      kind: 'file',
      file: listCsv([...options.columns, ...options.attributes], records()),
      size,
    };
  }

  migration(
    settings: Settings,
    dates: MigrationDates | null,
    group: Group,
  ): MigrationAnswer | NoMigration {
    const study = this.#twoDates(settings, dates);
    return 'kind' in study ? study : migrationAnswer(study, this.#customersOf(settings, group));
  }

  movers(
    settings: Settings,
    dates: MigrationDates,
    move: Move,
    group: Group,
    page: MoverPage,
  ): MoversAnswer {
    const study = this.#twoDates(settings, dates);
    if ('kind' in study) return { total: 0, before: 0, since: 0, rows: [] };
    return moversAnswer(study, this.#ids, this.#moversOf(settings, study, move, group), page);
  }

  moversFile(settings: Settings, dates: MigrationDates, move: Move, group: Group): Blob {
    const study = this.#twoDates(settings, dates);
    if ('kind' in study) return listCsv(MOVER_COLUMNS, []);
    const movers = this.#moversOf(settings, study, move, group);
    return listCsv(MOVER_COLUMNS, moverRecords(study, this.#ids, movers));
  }

  concentration(settings: Settings, query: ConcentrationQuery, group: Group): ConcentrationAnswer {
    const basis = this.#concentration.of([this.#forGroup(settings, group), query.split], () =>
      concentrationBasis(
        this.#from.customers(settings),
        this.#from.content.kind === 'orders' ? this.#from.orders(settings) : null,
        query.split,
        this.#customersOf(settings, group),
      ),
    );
    return concentrationAnswer(basis, query.top);
  }

  get #transactions() {
    const { content } = this.#from;
    if (content.kind !== 'orders') throw new Error(`no orders in a ${content.kind}`);
    return content.transactions;
  }

  get #ids(): Texts {
    const { content } = this.#from;
    return 'customerIds' in content ? content.customerIds : [];
  }

  /** For very many buyers only what is predicted already: a choice must not wait for a model. */
  #predictionNow(settings: Settings): Prediction | null {
    return this.#from.customers(settings).buyers.length <= PREDICTED_AT_ONCE
      ? this.#from.prediction(settings)
      : (this.#from.predictionKnown(settings) ?? null);
  }

  #slice(settings: Settings, slice: Slice | null): Uint8Array | undefined {
    if (!slice) return undefined;
    return this.#slices.of([forCustomers(settings), slice], () =>
      slicedBuyers(this.#transactions, this.#from.customers(settings), slice),
    );
  }

  #forGroup(settings: Settings, group: Group): unknown[] {
    const predicted = group.conditions.some(({ quantity }) => /^(clv|risk)$/.test(quantity));
    return [
      forCustomers(settings),
      forSegments(settings),
      group,
      predicted ? [settings, this.#from.predictionKnown(settings) !== undefined] : null,
    ];
  }

  /** Who is in the group, 1 or 0 per buyer. */
  #group(settings: Settings, group: Group): Uint8Array {
    // Made before the fingerprint is taken, which tells whether it was there.
    const prediction = this.#predictionNow(settings);
    return this.#groups.of(this.#forGroup(settings, group), () =>
      groupBuyers(
        group,
        this.#slice(settings, group.slice),
        this.#from.customers(settings),
        this.#from.segmentation(settings),
        prediction,
      ),
    );
  }

  /** The group as customers of the transactions; undefined for everyone. */
  #customersOf(settings: Settings, group: Group): Uint8Array | undefined {
    const { slice, segments, cells, conditions } = group;
    if (!slice && !segments.length && !cells.length && !conditions.length) return undefined;
    const { buyers, customer } = this.#from.customers(settings);
    const among = this.#group(settings, group);
    const of = new Uint8Array(this.#ids.length);
    for (let i = 0; i < buyers.length; i++) of[customer[buyers[i]]] = among[i];
    return of;
  }

  #addressed(
    settings: Settings,
    group: Group,
    { suppress, consent }: ListOptions,
    suppressed: readonly string[],
  ): Addressed {
    const customers = this.#from.customers(settings);
    return addressed(
      customers,
      this.#group(settings, group),
      suppress ? suppressedCustomers(this.#ids, suppressed) : null,
      consent && consentingCustomers(this.#transactions, customers.observationEnd, consent),
    );
  }

  #twoDates(settings: Settings, dates: MigrationDates | null): TwoDates | NoMigration {
    if (this.#from.content.kind !== 'orders') return { kind: 'none', reason: 'NO_DATES' };
    return this.#dates.of([forCustomers(settings), forSegments(settings), dates], () =>
      twoDates(
        this.#transactions,
        this.#from.orders(settings),
        this.#from.customers(settings),
        this.#from.segmentation(settings).segmented,
        dates,
        settings,
      ),
    );
  }

  #moversOf(settings: Settings, study: TwoDates, move: Move, group: Group): Uint32Array {
    const inputs = [this.#forGroup(settings, group), study.dates, move];
    return this.#movers.of(inputs, () => moversOf(study, move, this.#customersOf(settings, group)));
  }
}

/** What decides who is a customer, when they bought and for how much. */
function forCustomers({ observationEnd, leaveOutZeroOrders }: Settings): unknown[] {
  return [observationEnd, leaveOutZeroOrders];
}

function positionsOf(buyers: Uint32Array, among: Uint8Array): Uint32Array {
  return buyers.filter((_, i) => among[i] === 1);
}
