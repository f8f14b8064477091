import { ascending } from '../ascending';
import type { Customers } from '../customers';
import { countBelow } from '../order-statistics';

export type BinCount = 3 | 4 | 5;
/** Whether a larger value is better (orders, money) or a smaller one (days since the last order). */
export type Better = 'larger' | 'smaller';

/** One scored dimension: each customer's score, and what each score stands for. */
export interface Dimension {
  /** The value scored, per buyer. */
  value: Float64Array;
  /** Score per buyer, 1 (worst) .. k (best). */
  score: Uint8Array;
  /** One entry per score from 1 to k: smallest and largest value that got it, and how many did. */
  bins: { score: number; from: number; to: number; size: number }[];
}

/**
 * Scores by rank: min(k, floor(k b / n) + 1), where b customers of n are strictly worse. Equal values
 * always share a score and the order of customers plays no part; the worst value always scores 1.
 *
 * @param sorted the values in ascending order, for who can sort them faster
 */
export function scoreByRank(
  value: Float64Array,
  k: BinCount,
  better: Better,
  sorted = ascending(value),
): Dimension {
  const least = leastOfScores(sorted, k, better);
  const score = new Uint8Array(value.length);
  for (let i = 0; i < value.length; i++) score[i] = countBeyond(least, value[i], better);
  return { value, score, bins: describeBins(value, score, k) };
}

/**
 * The worst value that earns each score. One walk over the distinct values finds them, so that a
 * customer's score is k comparisons instead of a search among all customers.
 *
 * @returns k values, from score 1 up; a score that nobody has repeats the next one's
 */
function leastOfScores(sorted: Float64Array, k: BinCount, better: Better): Float64Array {
  const n = sorted.length;
  const least = new Float64Array(k).fill(better === 'larger' ? Infinity : -Infinity);
  const at = (rank: number): number => sorted[better === 'larger' ? rank : n - 1 - rank];
  let reached = 0;
  for (let worse = 0; worse < n;) {
    const value = at(worse);
    const score = Math.min(k, Math.floor((k * worse) / n) + 1);
    while (reached < score) least[reached++] = value;
    if (reached === k) break;
    while (worse < n && at(worse) === value) worse++;
  }
  return least;
}

/** How many of the values are as good as this one or worse. */
function countBeyond(least: Float64Array, value: number, better: Better): number {
  let count = 0;
  if (better === 'larger') while (count < least.length && value >= least[count]) count++;
  else while (count < least.length && value <= least[count]) count++;
  return count;
}

/**
 * Scores by fixed edges: bin i holds the values above edge i - 1 and at most edge i, as typed by the
 * person, so k - 1 edges make k bins.
 *
 * @param edges ascending, no two alike; 2 to 4 of them
 * @returns an error value for edges that are not
 */
export function scoreByEdges(
  value: Float64Array,
  edges: readonly number[],
  better: Better,
): Dimension | { code: 'EDGES_NOT_ASCENDING' | 'EDGES_WRONG_COUNT' } {
  if (edges.length < 2 || edges.length > 4) return { code: 'EDGES_WRONG_COUNT' };
  if (edges.some((edge, i) => !Number.isFinite(edge) || (i > 0 && edge <= edges[i - 1])))
    return { code: 'EDGES_NOT_ASCENDING' };
  const k = (edges.length + 1) as BinCount;
  const score = new Uint8Array(value.length);
  for (let i = 0; i < value.length; i++) {
    const bin = countBelow(edges, value[i]);
    score[i] = better === 'larger' ? bin + 1 : k - bin;
  }
  return { value, score, bins: describeBins(value, score, k) };
}

function describeBins(value: Float64Array, score: Uint8Array, k: number): Dimension['bins'] {
  const bins = Array.from({ length: k }, (_, i) => ({
    score: i + 1,
    from: NaN,
    to: NaN,
    size: 0,
  }));
  for (let i = 0; i < value.length; i++) {
    const bin = bins[score[i] - 1];
    bin.size++;
    if (!(value[i] >= bin.from)) bin.from = value[i];
    if (!(value[i] <= bin.to)) bin.to = value[i];
  }
  return bins;
}

/** What of the customers is scored. */
export type ScoredCustomers = Pick<
  Customers,
  'buyers' | 'lastDay' | 'orders' | 'net' | 'minorNet' | 'unit' | 'observationEnd'
>;

export interface RfmOptions {
  /** Bins of every dimension that has no edges of its own; 5 unless given. */
  bins?: BinCount;
  /** What M is: all that the customer brought, or the mean per order. */
  monetary?: 'total' | 'mean';
  /** Fixed edges of a dimension instead of ranks. */
  edges?: { r?: readonly number[]; f?: readonly number[]; m?: readonly number[] };
}

/** Scores of the buyers; entry i is the customer at position `buyers[i]` of the customer table. */
export interface RfmScores {
  buyers: Uint32Array;
  bins: BinCount;
  /** Days from the last order to the observation end; fewer is better. */
  r: Dimension;
  /** Orders. */
  f: Dimension;
  /** Net amount in units of the currency, total or mean per order. */
  m: Dimension;
}

export interface RfmProblem {
  code: 'EDGES_NOT_ASCENDING' | 'EDGES_WRONG_COUNT';
  dimension: 'r' | 'f' | 'm';
}

/**
 * R, F and M of every buyer, scored.
 *
 * @returns an error value where typed edges do not make as many ascending bins as `bins` says
 */
export function rfmScores(
  customers: ScoredCustomers,
  options: RfmOptions = {},
): RfmScores | RfmProblem {
  const { buyers, lastDay, orders, net, observationEnd } = customers;
  const k = options.bins ?? 5;
  const n = buyers.length;
  const recency = new Float64Array(n);
  const frequency = new Float64Array(n);
  const monetary = new Float64Array(n);
  for (let b = 0; b < n; b++) {
    const i = buyers[b];
    recency[b] = observationEnd - lastDay[i];
    frequency[b] = orders[i];
    monetary[b] = options.monetary === 'mean' ? net[i] / orders[i] : net[i];
  }
  const dimension = (
    name: 'r' | 'f' | 'm',
    value: Float64Array,
    better: Better,
    sorted = () => ascending(value),
  ): Dimension | RfmProblem => {
    const edges = options.edges?.[name];
    if (edges === undefined) return scoreByRank(value, k, better, sorted());
    if (edges.length !== k - 1) return { code: 'EDGES_WRONG_COUNT', dimension: name };
    const scored = scoreByEdges(value, edges, better);
    return 'code' in scored ? { ...scored, dimension: name } : scored;
  };
  const r = dimension('r', recency, 'smaller');
  if ('code' in r) return r;
  const f = dimension('f', frequency, 'larger');
  if ('code' in f) return f;
  const total = options.monetary !== 'mean';
  const m = dimension('m', monetary, 'larger', total ? () => ascendingNet(customers) : undefined);
  if ('code' in m) return m;
  return { buyers, bins: k, r, f, m };
}

/** Net amounts in ascending order; as whole minor units they sort faster. */
function ascendingNet({ buyers, minorNet, unit }: ScoredCustomers): Float64Array {
  const minor = new Float64Array(buyers.length);
  for (let b = 0; b < buyers.length; b++) minor[b] = minorNet[buyers[b]];
  return ascending(minor).map((amount) => amount / unit);
}
