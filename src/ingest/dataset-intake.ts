import type { Texts } from '../analysis/texts';
import type { Transactions } from '../analysis/transactions';
import { ByteDictionary } from './byte-dictionary';
import { grown } from './grown';
import { IdTable } from './id-table';
import { LineRepeats } from './line-repeats';
import { ListedIds } from './listed-ids';
import { TransactionBuilder } from './transaction-builder';

const NONE = -1;

/** What several files of one dataset have in common: customers, orders, descriptions, accepted rows. */
export class DatasetIntake {
  readonly builder = new TransactionBuilder();
  readonly repeats = new LineRepeats();
  readonly customers: IdTable;
  readonly orders = new IdTable(false, false);
  /** Exact texts of status and currency cells of all files. */
  readonly statuses = new ByteDictionary();
  readonly currencies = new ByteDictionary();
  /** Ids in the order in which a row of theirs was first accepted. */
  #customerIds = new Int32Array(512);
  #listed: ListedIds | null = null;
  customerCount = 0;
  /** The row asked about last is the customer's first accepted one in its file. */
  firstInFile = false;
  readonly #attributes = new Map<string, IdTable>();
  /**
   * Per customer id: its index and the last file with an accepted row of it, each plus one. Null while there is one
   * file and every id had a row accepted when it was met: then ids are indices, and looking them up again for
   * every row would cost more than all else that is done with it.
   */
  #accepted: Int32Array<ArrayBuffer> | null = null;
  /** Customer of the first accepted row of an order; an order with rows of several customers is rare. */
  readonly #orderOwner = new Map<number, number>();
  readonly #sharedOrders = new Set<string>();
  readonly #referrers = new Map<number, number>();

  constructor(mergeIdVariants: boolean) {
    this.customers = new IdTable(mergeIdVariants);
  }

  /** Tells how many rows there will be, at a guess: a good one saves copying what grows with them. */
  expectRows(count: number): void {
    this.builder.expectedRows = count;
    this.repeats.expectedOrders = count;
  }

  /** Index of a customer, given when its first row is accepted. Sets `firstInFile`. */
  customerIndex(id: number, file: number): number {
    if (this.#accepted === null) {
      if (file === 0 && id <= this.customerCount) {
        this.firstInFile = id === this.customerCount;
        if (this.firstInFile) this.#addCustomer(id);
        return id;
      }
      this.#accepted = this.#acceptedSoFar();
    }
    const place = 2 * id;
    if (place >= this.#accepted.length)
      this.#accepted = grown(this.#accepted, Int32Array, place + 2);
    this.firstInFile = this.#accepted[place + 1] !== file + 1;
    this.#accepted[place + 1] = file + 1;
    const known = this.#accepted[place];
    if (known > 0) return known - 1;
    const index = this.#addCustomer(id);
    this.#accepted[place] = index + 1;
    return index;
  }

  /** Turns the first `count` ids into indices; returns how many of their customers are new in the file. */
  toIndices(ids: Uint32Array, count: number, file: number): number {
    let added = 0;
    for (let row = 0; row < count; row++) {
      // As `customerIndex` has it: an id that is its own index.
      if (this.#accepted === null && file === 0 && ids[row] < this.customerCount) continue;
      ids[row] = this.customerIndex(ids[row], file);
      if (this.firstInFile) added++;
    }
    return added;
  }

  #addCustomer(id: number): number {
    const index = this.customerCount++;
    if (index >= this.#customerIds.length)
      this.#customerIds = grown(this.#customerIds, Int32Array, index + 1);
    this.#customerIds[index] = id;
    return index;
  }

  /** All ids accepted until now are their own indices, and of the first file. */
  #acceptedSoFar(): Int32Array<ArrayBuffer> {
    const accepted = new Int32Array(2 * Math.max(512, this.customerCount));
    for (let id = 0; id < this.customerCount; id++) {
      accepted[2 * id] = id + 1;
      accepted[2 * id + 1] = 1;
    }
    return accepted;
  }

  /** Ids of the customers with an accepted row, by index. */
  customerIds(): Texts {
    if (this.#listed?.length !== this.customerCount)
      this.#listed = new ListedIds(
        this.customers,
        this.#customerIds.subarray(0, this.customerCount),
      );
    return this.#listed;
  }

  /** Whether a row of the customer's order was accepted before. */
  hasOrder(order: number, customer: number): boolean {
    const owner = this.#orderOwner.get(order);
    if (owner === undefined) return false;
    return owner === customer || this.#sharedOrders.has(`${order}/${customer}`);
  }

  acceptOrder(order: number, customer: number): void {
    const owner = this.#orderOwner.get(order);
    if (owner === undefined) this.#orderOwner.set(order, customer);
    else if (owner !== customer) this.#sharedOrders.add(`${order}/${customer}`);
  }

  attributeTable(name: string): IdTable {
    let table = this.#attributes.get(name);
    if (!table) {
      table = new IdTable();
      table.idOf(new Uint8Array(0), 0, 0);
      this.#attributes.set(name, table);
    }
    return table;
  }

  /** What the accepted rows come to. The memory of all else is given back, so that nothing can be asked any more. */
  finish(): { transactions: Transactions; customerIds: Texts; unknownReferrers: number } {
    const { index: referredBy, unknown: unknownReferrers } = this.#referredBy();
    const customerIds = this.customerIds();
    const attributes = this.#attributeValues();
    const { size } = this.orders;
    this.repeats.release();
    this.orders.release();
    this.customers.settle();
    const columns = this.builder.finish(customerIds.length, size, attributes);
    return { transactions: { ...columns, referredBy }, customerIds, unknownReferrers };
  }

  /** The first referrer named for a customer holds. */
  refer(customer: number, referrerId: number): void {
    if (!this.#referrers.has(customer)) this.#referrers.set(customer, referrerId);
  }

  /** Referrer of each customer, -1 for nobody (or for somebody who never bought); null when none is named. */
  #referredBy(): { index: Int32Array | null; unknown: number } {
    if (this.#referrers.size === 0) return { index: null, unknown: 0 };
    const index = new Int32Array(this.customerCount).fill(NONE);
    const accepted = this.#accepted ?? this.#acceptedSoFar();
    let unknown = 0;
    for (const [customer, id] of this.#referrers) {
      const referrer = 2 * id < accepted.length ? accepted[2 * id] - 1 : NONE;
      if (referrer === NONE) unknown++;
      else if (referrer !== customer) index[customer] = referrer;
    }
    return { index, unknown };
  }

  #attributeValues(): Map<string, string[]> {
    return new Map(
      [...this.#attributes].map(([name, table]) => [
        name,
        table.texts(Array.from({ length: table.size }, (_, code) => code)),
      ]),
    );
  }
}
