import { isoDate, parseIsoDate } from '../../analysis/calendar';
import type { Customers } from '../../analysis/customers';
import { filled } from '../../analysis/filled';
import type { Orders } from '../../analysis/orders';
import { type BuyersAt, buyersAt, buyersNow } from '../../analysis/rfm/buyers-at';
import { NOT_YET, segmentMigration, segmentsBefore } from '../../analysis/rfm/migration';
import type { Segmented } from '../../analysis/rfm/segments';
import type { Texts } from '../../analysis/texts';
import { NO_DAY, type Transactions } from '../../analysis/transactions';
import type {
  MigrationAnswer,
  MigrationDates,
  Move,
  Mover,
  MoverPage,
  MoversAnswer,
  NoMigration,
} from '../contract/migration';
import type { Settings } from '../contract/settings';
import { firstOrderDay } from './first-order-day';
import { inOrder } from './list-order';
import { segmentation } from './segments';

/** The same buyers at two dates, entry by entry those of the later one. */
export interface TwoDates {
  dates: MigrationDates;
  range: { from: string; to: string };
  now: BuyersAt;
  segmented: Segmented;
  /** Segment then of each buyer now; `NOT_YET` for who had not bought. */
  before: Int16Array;
  /** Net amount up to `then`, minor units, of each buyer now. */
  minorBefore: Float64Array;
}

/**
 * @param customers at the end of the observation, with their segments
 * @param dates null for a third of the time back from the end of the observation
 */
export function twoDates(
  transactions: Transactions,
  orders: Orders,
  customers: Customers,
  segmented: Segmented | null,
  dates: MigrationDates | null,
  settings: Settings,
): TwoDates | NoMigration {
  const first = firstOrderDay(orders);
  const end = orders.observationEnd;
  // At one date alone nobody can have moved.
  if (end === NO_DAY || !(end - first >= 2)) return { kind: 'none', reason: 'TOO_SHORT' };
  const then = dates ? parseIsoDate(dates.then) : end - Math.round((end - first) / 3);
  const now = dates ? parseIsoDate(dates.now) : end;
  if (then === null || now === null) return { kind: 'none', reason: 'NO_DATES' };
  if (then < first || now > end) return { kind: 'none', reason: 'NO_DATES' };
  if (then >= now) return { kind: 'none', reason: 'DATES_OUT_OF_ORDER' };
  const past = buyersAt(transactions, orders, then);
  const present = now === end ? buyersNow(customers) : buyersAt(transactions, orders, now);
  const was = segmentation(past, settings).segmented;
  const is = now === end ? segmented : segmentation(present, settings).segmented;
  if (!was || !is) return { kind: 'none', reason: 'NO_MAP' };
  const before = segmentsBefore(was, is);
  if ('code' in before) throw new Error(before.code);
  return {
    dates: { then: isoDate(then), now: isoDate(now) },
    range: { from: isoDate(first), to: isoDate(end) },
    now: present,
    segmented: is,
    before,
    minorBefore: amountsOf(past, present),
  };
}

/** Net amounts of the earlier buyers at the places of the later ones; 0 for who came after. */
function amountsOf(past: BuyersAt, present: BuyersAt): Float64Array {
  const amounts = new Float64Array(present.customer.length);
  for (let i = 0, at = 0; i < amounts.length; i++) {
    while (at < past.customer.length && past.customer[at] < present.customer[i]) at++;
    if (past.customer[at] === present.customer[i]) amounts[i] = past.minorNet[at];
  }
  return amounts;
}

/** @param among 1 for each customer of the transactions who counts; everyone unless given */
export function migrationAnswer(study: TwoDates, among?: Uint8Array): MigrationAnswer {
  const { dates, range, now, segmented, before, minorBefore } = study;
  const mask = among && filled(Uint8Array, now.customer.length, (i) => among[now.customer[i]]);
  const { names, moved, arrived } = segmentMigration(before, segmented, mask);
  const minor = new Float64Array(moved.length);
  const since = new Float64Array(moved.length);
  for (let i = 0; i < before.length; i++) {
    if (before[i] === NOT_YET || mask?.[i] === 0) continue;
    const cell = before[i] * names.length + segmented.segment[i];
    minor[cell] += minorBefore[i];
    since[cell] += now.minorNet[i] - minorBefore[i];
  }
  return {
    kind: 'migration',
    dates,
    range,
    names,
    moved,
    revenueBefore: minor.map((amount) => amount / now.unit),
    revenueSince: since.map((amount) => amount / now.unit),
    arrived,
  };
}

/**
 * Places among the buyers now of those who made a move.
 *
 * @param among 1 for each customer of the transactions who counts; everyone unless given
 */
export function moversOf(
  { before, now, segmented }: TwoDates,
  { from, to }: Move,
  among?: Uint8Array,
): Uint32Array {
  const { names, segment } = segmented;
  const left = new Set(from.map((name) => names.indexOf(name)));
  const reached = to === null ? null : names.indexOf(to);
  const found = new Uint32Array(before.length);
  let count = 0;
  for (let i = 0; i < before.length; i++) {
    if (!left.has(before[i]) || segment[i] === before[i]) continue;
    if (reached !== null && segment[i] !== reached) continue;
    if (among?.[now.customer[i]] === 0) continue;
    found[count++] = i;
  }
  return found.slice(0, count);
}

/** One page of those who moved, in the order asked for; equals by id. */
export function moversAnswer(
  study: TwoDates,
  ids: Texts,
  movers: Uint32Array,
  { sort, descending, offset, limit }: MoverPage,
): MoversAnswer {
  const { now, minorBefore, segmented } = study;
  const value: Record<Exclude<MoverPage['sort'], 'id'>, (i: number) => number> = {
    now: (i) => segmented.segment[i],
    last: (i) => now.lastDay[i],
    before: (i) => minorBefore[i],
    since: (i) => now.minorNet[i] - minorBefore[i],
  };
  const sorted = inOrder(movers, {
    ids,
    customer: (i) => now.customer[i],
    value: sort === 'id' ? null : value[sort],
    descending,
  });
  let before = 0;
  let since = 0;
  for (const i of movers) {
    before += minorBefore[i];
    since += now.minorNet[i] - minorBefore[i];
  }
  return {
    total: movers.length,
    before: before / now.unit,
    since: since / now.unit,
    rows: Array.from(sorted.subarray(offset, offset + limit), (i) => moverAt(study, ids, i)),
  };
}

/** Names of the columns of the file of movers, in order; stable. */
export const MOVER_COLUMNS = [
  'customer',
  'segment then',
  'segment now',
  'last order',
  'net up to then',
  'net since',
] as const;

export function* moverRecords(study: TwoDates, ids: Texts, movers: Uint32Array) {
  for (const i of movers) {
    const { id, then, now, last, before, since } = moverAt(study, ids, i);
    yield [id, then, now, last, before, since];
  }
}

function moverAt(study: TwoDates, ids: Texts, i: number): Mover {
  const { now, segmented, before, minorBefore } = study;
  const customer = now.customer[i];
  return {
    customer,
    id: ids.at(customer) ?? '',
    then: segmented.names[before[i]],
    now: segmented.names[segmented.segment[i]],
    last: isoDate(now.lastDay[i]),
    before: minorBefore[i] / now.unit,
    since: (now.minorNet[i] - minorBefore[i]) / now.unit,
  };
}
