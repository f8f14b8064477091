import { byteMeanings } from './byte-meaning';
import type { CellPlaces } from './cell-places';
import type { DatasetIntake } from './dataset-intake';
import type { FileAccount } from './file-account';
import { MOST_ROWS } from './kernel/limits';
import { PlainBatch } from './plain-batch';
import type { ReadingPlan } from './reading-plan';
import { RecentCells } from './recent-cells';

/** Places of these columns among those that the batch keeps. */
const CUSTOMER = 0;
const ORDER = 1;

/** A column that describes customers or orders: its place in the builder, its values, and its cells. */
interface Attribute {
  place: number;
  values: RecentCells;
  cells: CellPlaces;
}

/**
 * Takes rows straight from their bytes to ids, days and minor units, for as long as nothing about a row is
 * remarkable: an ISO date, a positive amount with a point, ids as they stand, the right number of cells. The
 * first row that is otherwise is left, untouched, to `RowIntake`, which has the rules; tests hold both
 * to the same result.
 */
export class PlainRows {
  /** Physical line on which the next record starts. */
  line = 1;
  readonly #dataset: DatasetIntake;
  readonly #account: FileAccount;
  readonly #fileIndex: number;
  readonly #batch: PlainBatch;
  readonly #customers: CellPlaces;
  /** Null without a column of order ids. */
  readonly #orders: CellPlaces | null;
  readonly #attributes: Attribute[];
  /** Columns of the batch, as the builder takes them. */
  readonly #customer = new Uint32Array(MOST_ROWS);
  readonly #order = new Uint32Array(MOST_ROWS);
  readonly #code = new Uint32Array(MOST_ROWS);

  /** Whether the rows of a file can be plain at all: no column beside these decides about a row. */
  static suit({ understanding, mapping, ...plan }: ReadingPlan): boolean {
    const { date, parts, drops, endDate, header } = plan;
    // A column of two tasks, such as an order id that is also a description, is taken cell by cell.
    const columns = [plan.customer, date.column, plan.amount[0].column, mapping.order].concat(
      plan.attributes.map(({ column }) => column),
    );
    const mixed = understanding.currencies.filter(({ value }) => value !== '').length > 1;
    return (
      PlainBatch.available &&
      understanding.encoding === 'utf-8' &&
      byteMeanings(understanding.delimiter) !== null &&
      plan.amount.length === 1 &&
      mapping.amount !== undefined &&
      parts.length + drops.length === 0 &&
      endDate === null &&
      mapping.status === undefined &&
      mapping.currency === undefined &&
      mapping.time === undefined &&
      mapping.referredBy === undefined &&
      plan.zone === null &&
      !plan.tracksOrders &&
      !plan.dropDuplicates &&
      !(plan.currencyChosen && mixed) &&
      !/^\d/.test(header?.[date.column] ?? '') &&
      new Set(columns).size === columns.length
    );
  }

  /** @param lastDay the last day that is no error, in days since 1970-01-01 */
  constructor(
    plan: ReadingPlan,
    dataset: DatasetIntake,
    account: FileAccount,
    fileIndex: number,
    lastDay: number,
  ) {
    this.#dataset = dataset;
    this.#account = account;
    this.#fileIndex = fileIndex;
    const { customer, date, amount, mapping, attributes } = plan;
    const ids = mapping.order === undefined ? [customer] : [customer, mapping.order];
    this.#batch = new PlainBatch({
      width: plan.width,
      meaning: byteMeanings(plan.understanding.delimiter) ?? new Uint8Array(256),
      date: date.column,
      lastDay,
      amount: amount[0].column,
      byPoint: amount[0].decimal === '.',
      kept: [...ids, ...attributes.map(({ column }) => column)],
    });
    const { kept } = this.#batch;
    this.#customers = kept[CUSTOMER];
    this.#orders = mapping.order === undefined ? null : kept[ORDER];
    this.#attributes = attributes.map(({ name }, index) => ({
      place: dataset.builder.attribute(name),
      values: new RecentCells(dataset.attributeTable(name)),
      cells: kept[ids.length + index],
    }));
  }

  /** The bytes to take rows from, up to the next call. */
  set bytes(bytes: Uint8Array) {
    this.#batch.load(bytes);
  }

  /**
   * Takes rows from an offset on; returns the offset of the first one that is not plain.
   *
   * @param limit offset after a line end: no row goes on beyond it
   * @param sound bytes beyond ASCII are known to be sound
   */
  take(from: number, limit: number, sound: boolean): number {
    const batch = this.#batch;
    const { bytes } = batch;
    const { customers, orders, builder } = this.#dataset;
    let at = from;
    do {
      batch.expectNumbers(CUSTOMER, customers.prefix);
      if (this.#orders) batch.expectNumbers(ORDER, orders.prefix);
      batch.read(at, limit, builder.scale, sound);
      batch.cutAt(customers.idsOf(bytes, this.#customers, batch.count, this.#customer));
      if (this.#orders) batch.cutAt(orders.idsOf(bytes, this.#orders, batch.count, this.#order));
      this.#store();
      at = batch.next;
    } while (batch.count === MOST_ROWS);
    return at;
  }

  /** Stores the rows of the batch, and accounts for them. */
  #store(): void {
    const { bytes, view, count, day, net } = this.#batch;
    if (count === 0) return;
    const { builder } = this.#dataset;
    this.#warnOfRepeats();
    this.#account.customers += this.#dataset.toIndices(this.#customer, count, this.#fileIndex);
    const from = builder.addRows(count, this.#customer, day, net);
    if (this.#orders) builder.setOrders(from, count, this.#order);
    for (const { place, values, cells } of this.#attributes) {
      values.codesOf(bytes, view, cells, count, this.#code);
      builder.setAttributes(place, from, count, this.#code);
    }
    this.#accountFor(count);
    this.line += count;
  }

  #warnOfRepeats(): void {
    const { repeats } = this.#dataset;
    const { bytes, count, start, end, hash } = this.#batch;
    repeats.remember(hash, this.#orders && this.#order, count, (row) =>
      this.#account.warn('DUPLICATE_ROWS', this.line + row, () =>
        utf8.decode(bytes.subarray(start[row], end[row])).slice(0, 200),
      ),
    );
  }

  #accountFor(count: number): void {
    const account = this.#account;
    const batch = this.#batch;
    batch.addUp();
    account.rows += count;
    account.accepted += count;
    account.firstDay = Math.min(account.firstDay, batch.firstDay);
    account.lastDay = Math.max(account.lastDay, batch.lastDay);
    batch.sums.forEach((sum, places) => {
      if (sum > 0) account.revenue.add(sum, places);
    });
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
