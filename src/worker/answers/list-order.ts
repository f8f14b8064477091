import { orderOfNumbers, orderOfTexts } from '../../analysis/stable-order';
import type { Texts } from '../../analysis/texts';

/** A dataset's ids are put in order once, when a list is first asked for: of a million that takes a while. */
const known = new WeakMap<Texts, Uint32Array>();

/** Place of each customer's id among all of them. */
function ranksOf(ids: Texts): Uint32Array {
  let ranks = known.get(ids);
  if (!ranks) {
    ranks = new Uint32Array(ids.length);
    const order = orderOfTexts(ids.slice());
    for (let place = 0; place < order.length; place++) ranks[order[place]] = place;
    known.set(ids, ranks);
  }
  return ranks;
}

/** How a list is to be sorted. */
export interface ListOrder {
  /** Ids of all customers. */
  ids: Texts;
  /** Index in `ids` of an entry of the list. */
  customer: (entry: number) => number;
  /** What an entry is sorted by, NaN where it has none; null sorts by id. */
  value: ((entry: number) => number) | null;
  descending: boolean;
}

/**
 * The entries in the order asked for, in an array of their own: those without a value last, whichever way the
 * others go; equals by id, so that the same question has the same answer whatever the order of the file's rows.
 */
export function inOrder(
  list: Uint32Array,
  { ids, customer, value, descending }: ListOrder,
): Uint32Array {
  const ranks = ranksOf(ids);
  const byId = picked(list, (entry) => ranks[customer(entry)] ?? 0, value === null && descending);
  return value === null ? byId : picked(byId, value, descending);
}

function picked(
  list: Uint32Array,
  value: (entry: number) => number,
  descending: boolean,
): Uint32Array {
  const values = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) values[i] = descending ? -value(list[i]) : value(list[i]);
  const order = orderOfNumbers(values);
  for (let i = 0; i < order.length; i++) order[i] = list[order[i]];
  return order;
}
