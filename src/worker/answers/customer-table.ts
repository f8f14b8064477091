import { isoDate } from '../../analysis/calendar';
import type { Customers } from '../../analysis/customers';
import type { Texts } from '../../analysis/texts';
import { NO_DAY } from '../../analysis/transactions';
import type { CustomerRecord } from '../../exports/customer-csv';
import type { CustomerQuery, CustomerRow, CustomersAnswer, SortKey } from '../contract/customers';
import { Memo } from '../memo';
import { inOrder } from './list-order';
import type { Segmentation } from './segments';
import type { PurchasePredictions } from '../../analysis/models/forecast';

/** What is predicted of each buyer; no value where the spend is not known. */
type Predicted = PurchasePredictions & { clv?: Float64Array };

/** Everything known about each customer, row by row or sorted and searched in pages. */
export class CustomerTable {
  readonly #ids: Texts;
  readonly #customers: Customers;
  readonly #segmentation: Segmentation;
  readonly #prediction: Predicted | null;
  /** Position among the buyers of each position in the customer table; -1 for who never ordered. */
  readonly #buyer: Int32Array;
  readonly #sorted = new Memo<Uint32Array>(3);

  constructor(
    ids: Texts,
    customers: Customers,
    segmentation: Segmentation,
    prediction: Predicted | null,
  ) {
    this.#ids = ids;
    this.#customers = customers;
    this.#segmentation = segmentation;
    this.#prediction = prediction;
    this.#buyer = new Int32Array(customers.count).fill(-1);
    customers.buyers.forEach((position, buyer) => (this.#buyer[position] = buyer));
  }

  get count(): number {
    return this.#customers.count;
  }

  /** One page of the customers that match, in the order asked for. */
  page({ search, segment, sort, descending, offset, limit }: CustomerQuery): CustomersAnswer {
    const positions = this.#sorted.of([search, segment, sort, descending], () =>
      this.#order(this.#matching(search, segment), sort, descending),
    );
    const rows = Array.from(positions.subarray(offset, offset + limit), (position) =>
      this.row(position),
    );
    return { total: positions.length, rows };
  }

  /**
   * One page of some customers, in the order asked for.
   *
   * @param name tells these customers apart from others: plain values
   * @param positions in the customer table
   */
  pageOf(
    name: unknown,
    positions: () => Uint32Array,
    {
      sort,
      descending,
      offset,
      limit,
    }: Pick<CustomerQuery, 'sort' | 'descending' | 'offset' | 'limit'>,
  ): CustomersAnswer {
    const sorted = this.#sorted.of([name, sort, descending], () =>
      this.#order(positions(), sort, descending),
    );
    const rows = Array.from(sorted.subarray(offset, offset + limit), (position) =>
      this.row(position),
    );
    return { total: sorted.length, rows };
  }

  row(position: number): CustomerRow {
    const customers = this.#customers;
    const { scores, money, segmented } = this.#segmentation;
    const buyer = this.#buyer[position];
    const customer = customers.customer[position];
    const bought = buyer >= 0;
    const day = (value: number) =>
      value === NO_DAY || customers.undated ? null : isoDate(Math.round(value));
    return {
      customer,
      id: this.#ids.at(customer) ?? '',
      customers: customers.weight ? customers.weight[position] : 1,
      first: day(customers.firstDay[position]),
      last: day(customers.lastDay[position]),
      orders: customers.orders[position],
      x: customers.x[position],
      tx: customers.tx[position],
      T: customers.T[position],
      m: finite(customers.m[position]),
      net: customers.net[position],
      recency: bought ? scores.r.value[buyer] : null,
      frequency: bought ? scores.f.value[buyer] : null,
      monetary: bought ? finite(scores.m.value[buyer]) : null,
      rScore: bought ? scores.r.score[buyer] : null,
      fScore: bought ? scores.f.score[buyer] : null,
      mScore: bought && money ? scores.m.score[buyer] : null,
      segment: bought && segmented ? (segmented.names[segmented.segment[buyer]] ?? null) : null,
      alive: bought && this.#prediction ? this.#prediction.alive[buyer] : null,
      purchases: bought && this.#prediction ? this.#prediction.purchases[buyer] : null,
      clv: bought ? (this.#prediction?.clv?.[buyer] ?? null) : null,
    };
  }

  /** The row of a customer by index in the transactions; null for who is not in the table. */
  rowOf(customer: number): CustomerRow | null {
    const position = this.#customers.customer.indexOf(customer);
    return position < 0 ? null : this.row(position);
  }

  /** Place among the buyers of a customer by index in the transactions; -1 for who never ordered. */
  buyerOf(customer: number): number {
    const position = this.#customers.customer.indexOf(customer);
    return position < 0 ? -1 : this.#buyer[position];
  }

  /** Every customer's values in the order of the file's columns. */
  *records(): Generator<CustomerRecord> {
    for (let position = 0; position < this.count; position++) {
      const row = this.row(position);
      yield [
        row.id,
        row.first,
        row.last,
        row.orders,
        row.x,
        row.tx,
        row.T,
        row.m,
        row.net,
        row.recency,
        row.frequency,
        row.monetary,
        row.rScore,
        row.fScore,
        row.mScore,
        row.segment,
        row.alive,
        row.purchases,
        row.clv,
      ];
    }
  }

  #matching(search: string, segment: string | null): Uint32Array {
    const wanted = search.trim().toLocaleLowerCase();
    const { segmented } = this.#segmentation;
    const idOf = (position: number) => this.#ids.at(this.#customers.customer[position]) ?? '';
    const matching = new Uint32Array(this.#customers.count);
    let count = 0;
    for (let position = 0; position < this.#customers.count; position++) {
      if (wanted !== '' && !idOf(position).toLocaleLowerCase().includes(wanted)) continue;
      if (segment !== null) {
        const buyer = this.#buyer[position];
        if (buyer < 0 || segmented?.names[segmented.segment[buyer]] !== segment) continue;
      }
      matching[count++] = position;
    }
    return matching.slice(0, count);
  }

  #order(positions: Uint32Array, sort: SortKey, descending: boolean): Uint32Array {
    const { customer } = this.#customers;
    return inOrder(positions, {
      ids: this.#ids,
      customer: (position) => customer[position],
      value: sort === 'id' ? null : this.#valueOf(sort),
      descending,
    });
  }

  /** What an entry is sorted by; NaN where it has none. */
  #valueOf(sort: Exclude<SortKey, 'id'>): (position: number) => number {
    const { firstDay, lastDay, orders, net, weight, tx, T } = this.#customers;
    const day = (value: number) => (value === NO_DAY ? NaN : value);
    const ofBuyer = (values: ArrayLike<number> | undefined) => (position: number) =>
      values?.[this.#buyer[position]] ?? NaN;
    switch (sort) {
      case 'first':
        return (position) => day(firstDay[position]);
      case 'last':
        return (position) => day(lastDay[position]);
      case 'orders':
        return (position) => orders[position];
      case 'net':
        return (position) => net[position];
      case 'customers':
        return (position) => weight?.[position] ?? 1;
      case 'age':
        return (position) => T[position];
      case 'silence':
        return (position) => T[position] - tx[position];
      case 'segment':
        return ofBuyer(this.#segmentation.segmented?.segment);
      case 'alive':
        return ofBuyer(this.#prediction?.alive);
      case 'purchases':
        return ofBuyer(this.#prediction?.purchases);
      case 'clv':
        return ofBuyer(this.#prediction?.clv);
    }
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
