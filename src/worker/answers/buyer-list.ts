import { isoDate, periodIndex, type CalendarPeriod } from '../../analysis/calendar';
import type { Customers } from '../../analysis/customers';
import { filled } from '../../analysis/filled';
import { type ExpectedOrders, STANDINGS } from '../../analysis/next-order/expected-orders';
import { chiSquaredTail } from '../../analysis/numerics/chi-squared';
import type { Texts } from '../../analysis/texts';
import type { Cell } from '../../exports/safe-csv';
import type {
  RetentionCustomer,
  RetentionCustomersAnswer,
  RetentionFilter,
  RetentionQuery,
  RetentionSort,
} from '../contract/next-order';
import { Memo } from '../memo';
import { inOrder } from './list-order';

/** Names of the columns of a list's file, in order; stable. */
export const RETENTION_COLUMNS = [
  'customer',
  'first order',
  'last order',
  'orders',
  'net',
  'next order from',
  'next order to',
  'own gaps',
  'days silent',
  'chance of a longer gap',
  'standing',
] as const;

/** The buyers with when their next order is expected: summed up, and listed by cohort and standing. */
export class BuyerList {
  readonly #ids: Texts;
  readonly #customers: Customers;
  readonly #expected: ExpectedOrders | null;
  /** Calendar period of each buyer's first order. */
  readonly #cohort: Int32Array;
  readonly #lists = new Memo<Uint32Array>(3);

  constructor(
    ids: Texts,
    customers: Customers,
    expected: ExpectedOrders | null,
    cohortPeriod: CalendarPeriod,
  ) {
    this.#ids = ids;
    this.#customers = customers;
    this.#expected = expected;
    this.#cohort = cohortsOf(customers, cohortPeriod);
  }

  /** One page of the buyers that match, in the order asked for. */
  page({ sort, descending, offset, limit, ...filter }: RetentionQuery): RetentionCustomersAnswer {
    const matching = this.#lists.of([filter, sort, descending], () =>
      this.#ordered(this.#matching(filter), sort, descending),
    );
    const { buyers, minorNet, unit } = this.#customers;
    let minor = 0;
    for (const buyer of matching) minor += minorNet[buyers[buyer]];
    return {
      total: matching.length,
      net: minor / unit,
      rows: Array.from(matching.subarray(offset, offset + limit), (buyer) => this.#row(buyer)),
    };
  }

  /** Every buyer that matches, the most valuable first, in the order of the file's columns. */
  *records(filter: RetentionFilter): Generator<Cell[]> {
    for (const buyer of this.#ordered(this.#matching(filter), 'net', true)) {
      const row = this.#row(buyer);
      yield [
        row.id,
        row.first,
        row.last,
        row.orders,
        row.net,
        row.from,
        row.to,
        row.gaps,
        row.silence,
        row.chance,
        row.standing,
      ];
    }
  }

  #row(buyer: number): RetentionCustomer {
    const { buyers, customer, firstDay, lastDay, orders, net, observationEnd } = this.#customers;
    const position = buyers[buyer];
    const last = lastDay[position];
    const expected = this.#expected;
    return {
      customer: customer[position],
      id: this.#ids.at(customer[position]) ?? '',
      first: isoDate(firstDay[position]),
      last: isoDate(last),
      orders: orders[position],
      net: net[position],
      from: expected && isoDate(last + expected.from[buyer]),
      to: expected && isoDate(last + expected.to[buyer]),
      gaps: expected && expected.gaps[buyer],
      silence: observationEnd - last,
      chance: expected && normalTail(expected.lateness[buyer]),
      standing: expected && STANDINGS[expected.standing[buyer]],
    };
  }

  #matching({ cohorts, standing, repeaters }: RetentionFilter): Uint32Array {
    const { buyers, x } = this.#customers;
    const wanted = cohorts && new Set(cohorts);
    const place = standing === null ? -1 : STANDINGS.indexOf(standing);
    const matching = new Uint32Array(buyers.length);
    let count = 0;
    for (let buyer = 0; buyer < buyers.length; buyer++) {
      if (wanted && !wanted.has(this.#cohort[buyer])) continue;
      if (place >= 0 && this.#expected?.standing[buyer] !== place) continue;
      if (repeaters && x[buyers[buyer]] === 0) continue;
      matching[count++] = buyer;
    }
    return matching.slice(0, count);
  }

  #ordered(list: Uint32Array, sort: RetentionSort, descending: boolean): Uint32Array {
    const { buyers, customer } = this.#customers;
    return inOrder(list, {
      ids: this.#ids,
      customer: (buyer) => customer[buyers[buyer]],
      value: sort === 'id' ? null : this.#valueOf(sort),
      descending,
    });
  }

  /** What a buyer is sorted by. */
  #valueOf(sort: Exclude<RetentionSort, 'id'>): (buyer: number) => number {
    const { buyers, firstDay, lastDay, orders, net } = this.#customers;
    const expected = this.#expected;
    switch (sort) {
      case 'first':
        return (buyer) => firstDay[buyers[buyer]];
      case 'last':
        return (buyer) => lastDay[buyers[buyer]];
      case 'orders':
        return (buyer) => orders[buyers[buyer]];
      case 'net':
        return (buyer) => net[buyers[buyer]];
      case 'from':
        return (buyer) => lastDay[buyers[buyer]] + (expected?.from[buyer] ?? 0);
      case 'chance':
        // The later, the smaller the chance.
        return (buyer) => (expected ? -expected.lateness[buyer] : 0);
    }
  }
}

function cohortsOf({ buyers, firstDay }: Customers, period: CalendarPeriod): Int32Array {
  const known = new Map<number, number>();
  return filled(Int32Array, buyers.length, (buyer) => {
    const day = firstDay[buyers[buyer]];
    let index = known.get(day);
    if (index === undefined) known.set(day, (index = periodIndex(day, period)));
    return index;
  });
}

/** P(a standard normal exceeds z). */
function normalTail(z: number): number {
  const half = chiSquaredTail(z * z, 1) / 2;
  return z > 0 ? half : 1 - half;
}
