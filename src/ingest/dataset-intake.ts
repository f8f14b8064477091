import { ByteDictionary } from './byte-dictionary';
import { IdTable } from './id-table';
import { LineRepeats } from './line-repeats';
import { TransactionBuilder } from './transaction-builder';

const NONE = -1;

/** What several files of one dataset have in common: customers, orders, descriptions, accepted rows. */
export class DatasetIntake {
  readonly builder = new TransactionBuilder();
  readonly repeats: LineRepeats;
  readonly customers: IdTable;
  readonly orders = new IdTable();
  /** Exact texts of status and currency cells of all files. */
  readonly statuses = new ByteDictionary();
  readonly currencies = new ByteDictionary();
  /** Ids in the order in which a row of theirs was first accepted. */
  readonly customerIds: number[] = [];
  readonly #attributes = new Map<string, IdTable>();
  #customerIndex: number[] = [];
  #orderIndex: number[] = [];
  #orderCount = 0;
  readonly #orderSeen: (boolean | undefined)[] = [];
  /** Customer of the first accepted row of an order; an order with rows of several customers is rare. */
  #orderOwner: number[] = [];
  readonly #sharedOrders = new Set<string>();
  /** Last file with an accepted row of a customer. */
  #lastFile: number[] = [];
  readonly #referrers = new Map<number, number>();

  /** @param expectedRows a guess, which saves growing */
  constructor(mergeIdVariants: boolean, expectedRows: number) {
    this.repeats = new LineRepeats(expectedRows);
    this.customers = new IdTable(mergeIdVariants);
  }

  /** Index of a customer, given when its first row is accepted. */
  customerIndex(id: number): number {
    const known = this.#customerIndex[id] as number | undefined;
    if (known !== undefined && known !== NONE) return known;
    fill(this.#customerIndex, id, NONE);
    const index = this.customerIds.length;
    this.#customerIndex[id] = index;
    this.customerIds.push(id);
    return index;
  }

  /** Whether this is the customer's first accepted row in a file. */
  firstInFile(customer: number, file: number): boolean {
    if (this.#lastFile[customer] === file) return false;
    this.#lastFile[customer] = file;
    return true;
  }

  /** Number of an order, given when its first row is accepted. */
  orderIndex(order: number): number {
    const known = this.#orderIndex[order] as number | undefined;
    if (known !== undefined && known !== NONE) return known;
    fill(this.#orderIndex, order, NONE);
    this.#orderIndex[order] = this.#orderCount++;
    return this.#orderIndex[order];
  }

  get orderCount(): number {
    return this.#orderCount;
  }

  /** Whether a row of an order was met before, be it one that was left out. */
  orderSeen(order: number): boolean {
    return this.#orderSeen[order] === true;
  }

  seeOrder(order: number): void {
    while (this.#orderSeen.length <= order) this.#orderSeen.push(false);
    this.#orderSeen[order] = true;
  }

  /** Whether a row of the customer's order was accepted before. */
  hasOrder(order: number, customer: number): boolean {
    const owner = this.#orderOwner[order] as number | undefined;
    if (owner === undefined || owner === NONE) return false;
    return owner === customer || this.#sharedOrders.has(`${order}/${customer}`);
  }

  acceptOrder(order: number, customer: number): void {
    fill(this.#orderOwner, order, NONE);
    const owner = this.#orderOwner[order];
    if (owner === NONE) this.#orderOwner[order] = customer;
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

  /** The first referrer named for a customer holds. */
  refer(customer: number, referrerId: number): void {
    if (!this.#referrers.has(customer)) this.#referrers.set(customer, referrerId);
  }

  /** Referrer of each customer, -1 for nobody (or for somebody who never bought); null when none is named. */
  referredBy(): { index: Int32Array | null; unknown: number } {
    if (this.#referrers.size === 0) return { index: null, unknown: 0 };
    const index = new Int32Array(this.customerIds.length).fill(NONE);
    let unknown = 0;
    for (const [customer, id] of this.#referrers) {
      const referrer = (this.#customerIndex[id] as number | undefined) ?? NONE;
      if (referrer === NONE) unknown++;
      else if (referrer !== customer) index[customer] = referrer;
    }
    return { index, unknown };
  }

  attributeValues(): Map<string, string[]> {
    return new Map(
      [...this.#attributes].map(([name, table]) => [
        name,
        Array.from({ length: table.size }, (_, code) => table.text(code)),
      ]),
    );
  }
}

/** Makes an array long enough for an index without leaving holes, which would make it slow. */
function fill(array: number[], index: number, value: number): void {
  while (array.length <= index) array.push(value);
}
