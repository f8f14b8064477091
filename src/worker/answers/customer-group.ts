import { customerAttribute, everOf, NO_VALUE } from '../../analysis/customer-attribute';
import type { Customers } from '../../analysis/customers';
import { cellsOf, groupRow } from '../../analysis/rfm/segments';
import type { Transactions } from '../../analysis/transactions';
import type {
  AttributeValuesAnswer,
  Condition,
  Group,
  GroupAnswer,
  Quantity,
  Slice,
} from '../contract/customer-group';
import type { Segmentation } from './segments';
import type { Prediction } from './value';

/** Values of an attribute shown at once. */
const SHOWN_VALUES = 100;

/**
 * Who is in a slice.
 *
 * @returns 1 or 0 per buyer; everyone 0 where the dataset does not know the attribute
 */
export function slicedBuyers(
  transactions: Transactions,
  { buyers, customer, observationEnd }: Customers,
  { attribute: name, at, values }: Slice,
): Uint8Array {
  const among = new Uint8Array(buyers.length);
  const attribute = transactions.attributes.find((known) => known.name === name);
  if (!attribute) return among;
  const wanted = new Set(values);
  const codes = new Set(
    [...attribute.values.keys()].filter((c) => wanted.has(attribute.values[c])),
  );
  if (at === 'ever') {
    const ever = everOf(transactions, attribute, codes, observationEnd);
    for (let i = 0; i < among.length; i++) among[i] = ever[customer[buyers[i]]];
    return among;
  }
  const said = customerAttribute(transactions, attribute, at, observationEnd);
  const isWanted = Uint8Array.from(attribute.values, (_, code) => (codes.has(code) ? 1 : 0));
  const silent = wanted.has('') ? 1 : 0;
  for (let i = 0; i < among.length; i++) {
    const code = said[customer[buyers[i]]];
    among[i] = code === NO_VALUE ? silent : isWanted[code];
  }
  return among;
}

/** The values of an attribute with the buyers they are said of, the most frequent first. */
export function attributeValues(
  transactions: Transactions,
  { buyers, customer, observationEnd }: Customers,
  name: string,
  at: Slice['at'],
  search: string,
): AttributeValuesAnswer {
  const attribute = transactions.attributes.find((known) => known.name === name);
  if (!attribute) return { values: [], matching: 0, without: 0 };
  const count = new Uint32Array(attribute.values.length);
  let without = 0;
  const isBuyer = new Uint8Array(transactions.customerCount);
  for (const position of buyers) isBuyer[customer[position]] = 1;
  if (at === 'ever') countEver(transactions, attribute.code, isBuyer, observationEnd, count);
  else {
    const said = customerAttribute(transactions, attribute, at, observationEnd);
    for (let c = 0; c < said.length; c++)
      if (isBuyer[c] === 1) {
        if (said[c] === NO_VALUE) without++;
        else count[said[c]]++;
      }
  }
  const wanted = search.trim().toLocaleLowerCase();
  const values = attribute.values
    .map((value, code) => ({ value, customers: count[code] }))
    .filter(({ value, customers }) => value !== '' && customers > 0)
    .filter(({ value }) => wanted === '' || value.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1));
  return { values: values.slice(0, SHOWN_VALUES), matching: values.length, without };
}

/** Counts each buyer once for every value that a row names. */
function countEver(
  { customer, day, rowCount }: Transactions,
  code: Uint32Array,
  isBuyer: Uint8Array,
  observationEnd: number,
  count: Uint32Array,
): void {
  const seen = new Set<number>();
  for (let row = 0; row < rowCount; row++) {
    if (day[row] > observationEnd || isBuyer[customer[row]] === 0) continue;
    const pair = customer[row] * count.length + code[row];
    if (seen.has(pair)) continue;
    seen.add(pair);
    count[code[row]]++;
  }
}

/**
 * Who is in a group.
 *
 * @param slice who is in its slice, 1 or 0 per buyer; undefined for everyone
 * @param prediction needed where a condition is about what is predicted: nobody meets one without
 * @returns 1 or 0 per buyer
 */
export function groupBuyers(
  { segments, cells, conditions }: Group,
  slice: Uint8Array | undefined,
  customers: Customers,
  { scores, segmented }: Segmentation,
  prediction: Prediction | null,
): Uint8Array {
  const among = slice ? slice.slice() : new Uint8Array(customers.buyers.length).fill(1);
  if (segments.length > 0 || cells.length > 0) {
    const cell = cellsOf(scores);
    const inCell = new Uint8Array(scores.bins ** 2);
    for (const chosen of cells) inCell[chosen] = 1;
    const inSegment = new Uint8Array(segmented?.names.length ?? 0);
    for (const name of segments) {
      const at = segmented?.names.indexOf(name) ?? -1;
      if (at >= 0) inSegment[at] = 1;
    }
    for (let i = 0; i < among.length; i++)
      if (inCell[cell[i]] === 0 && (!segmented || inSegment[segmented.segment[i]] === 0))
        among[i] = 0;
  }
  for (const condition of conditions) narrow(among, condition, customers, prediction);
  return among;
}

function narrow(
  among: Uint8Array,
  { quantity, from, to }: Condition,
  customers: Customers,
  prediction: Prediction | null,
): void {
  const value = valueOf(quantity, customers, prediction);
  for (let i = 0; i < among.length; i++) {
    const own = value(i);
    // What is not known meets no condition.
    if (!(own >= (from ?? -Infinity) && own <= (to ?? Infinity))) among[i] = 0;
  }
}

function valueOf(
  quantity: Quantity,
  { buyers, lastDay, orders, net, observationEnd }: Customers,
  prediction: Prediction | null,
): (buyer: number) => number {
  switch (quantity) {
    case 'recency':
      return (i) => observationEnd - lastDay[buyers[i]];
    case 'orders':
      return (i) => orders[buyers[i]];
    case 'net':
      return (i) => net[buyers[i]];
    case 'clv':
      return (i) => prediction?.clv[i] ?? NaN;
    case 'risk':
      return (i) => 1 - (prediction?.alive[i] ?? NaN);
  }
}

/**
 * What a group comes to, beside everyone in its slice.
 *
 * @param among who is in it, 1 or 0 per buyer; `slice` likewise, undefined for everyone
 */
export function groupAnswer(
  among: Uint8Array,
  slice: Uint8Array | undefined,
  customers: Customers,
  { scores, money }: Segmentation,
  prediction: Prediction | null,
): GroupAnswer {
  const own = groupRow(customers, '', among);
  const all = groupRow(customers, '', slice);
  const cell = cellsOf(scores);
  const cells = new Uint32Array(scores.bins ** 2);
  for (let i = 0; i < cell.length; i++) cells[cell[i]] += among[i];
  const counted = (score: Uint8Array): Uint32Array => {
    const count = new Uint32Array(scores.bins);
    for (let i = 0; i < score.length; i++) count[score[i] - 1] += among[i];
    return count;
  };
  const sum = (values: Float64Array | undefined, mask?: Uint8Array): number => {
    let total = 0;
    for (let i = 0; values && i < values.length; i++) if (mask?.[i] !== 0) total += values[i];
    return total;
  };
  const known = prediction !== null && own.customers > 0;
  return {
    customers: own.customers,
    of: all.customers,
    orders: own.orders,
    revenue: own.revenue,
    revenueShare: all.revenue > 0 ? own.revenue / all.revenue : NaN,
    averageOrderValue: own.averageOrderValue,
    meanRecency: own.meanRecency,
    predictedClv: known ? sum(prediction.clv, among) / own.customers : null,
    churnRisk: known ? 1 - sum(prediction.alive, among) / own.customers : null,
    purchases: prediction && sum(prediction.purchases, among),
    purchasesOfAll: prediction && sum(prediction.purchases, slice),
    cells,
    bins: {
      r: counted(scores.r.score),
      f: counted(scores.f.score),
      m: money ? counted(scores.m.score) : null,
    },
  };
}
