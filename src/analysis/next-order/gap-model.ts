import type { Orders } from '../orders';

/**
 * How long customers wait between the days they order: the logarithm of a gap is normal around the
 * customer's own mean, and these means are normal around the shop's. A one-way random-effects model.
 */
export interface GapModel {
  /** Mean of the customers' means, ln days. */
  mu: number;
  /** Standard deviation of a customer's gaps around their own mean, ln days. */
  within: number;
  /** Standard deviation of the customers' means, ln days; 0 when they differ no more than by chance. */
  between: number;
  /** Ended gaps, and the customers who have any. */
  gaps: number;
  customers: number;
}

/** A customer's own gaps: how many, and the sum of their logarithms. */
export interface OwnGaps {
  count: Uint32Array;
  logSum: Float64Array;
  /** ln of every whole number of days up to the longest gap: looked up, not worked out for each of millions. */
  logs: Float64Array;
}

/** Gaps between occasions of every customer of the orders; several orders on a day are one occasion. */
export function ownGaps({ offset, day, customerCount }: Orders): OwnGaps {
  const count = new Uint32Array(customerCount);
  const logSum = new Float64Array(customerCount);
  let longest = 0;
  for (let c = 0; c < customerCount; c++)
    for (let i = offset[c] + 1; i < offset[c + 1]; i++)
      if (day[i] - day[i - 1] > longest) longest = day[i] - day[i - 1];
  const logs = Float64Array.from({ length: longest + 1 }, (_, days) => Math.log(days));
  for (let c = 0; c < customerCount; c++)
    for (let i = offset[c] + 1; i < offset[c + 1]; i++) {
      if (day[i] === day[i - 1]) continue;
      count[c]++;
      logSum[c] += logs[day[i] - day[i - 1]];
    }
  return { count, logSum, logs };
}

/**
 * Moments of the one-way random-effects model for groups of unequal size [Searle, Casella & McCulloch
 * 1992, section 3.6]; the shop's mean weighs each customer by how well their own is known. Only ended
 * gaps are in it: long silences that still go on are not, so the waiting is told a little short.
 *
 * @returns null with fewer than two gaps
 */
export function fitGaps({ offset, day, customerCount }: Orders, own: OwnGaps): GapModel | null {
  const { count, logSum, logs } = own;
  let gaps = 0;
  let customers = 0;
  let all = 0;
  let squaredSizes = 0;
  for (let c = 0; c < customerCount; c++) {
    if (count[c] === 0) continue;
    customers++;
    gaps += count[c];
    all += logSum[c];
    squaredSizes += count[c] * count[c];
  }
  if (gaps < 2) return null;
  const grand = all / gaps;
  let withinSum = 0;
  let betweenSum = 0;
  for (let c = 0; c < customerCount; c++) {
    if (count[c] === 0) continue;
    const mean = logSum[c] / count[c];
    betweenSum += count[c] * (mean - grand) ** 2;
    for (let i = offset[c] + 1; i < offset[c + 1]; i++)
      if (day[i] !== day[i - 1]) withinSum += (logs[day[i] - day[i - 1]] - mean) ** 2;
  }
  if (gaps === customers || customers === 1)
    return {
      mu: grand,
      within: Math.sqrt((withinSum + betweenSum) / (gaps - 1)),
      between: 0,
      gaps,
      customers,
    };
  const within2 = withinSum / (gaps - customers);
  const size = (gaps - squaredSizes / gaps) / (customers - 1);
  const between2 = Math.max(0, (betweenSum / (customers - 1) - within2) / size);
  let weights = 0;
  let weighted = 0;
  for (let c = 0; c < customerCount; c++) {
    if (count[c] === 0) continue;
    const variance = between2 + within2 / count[c];
    const weight = variance > 0 ? 1 / variance : 1;
    weights += weight;
    weighted += (weight * logSum[c]) / count[c];
  }
  return {
    mu: weighted / weights,
    within: Math.sqrt(within2),
    between: Math.sqrt(between2),
    gaps,
    customers,
  };
}

/** Where the next gap is expected: mean and standard deviation of its logarithm, ln days. */
export interface ExpectedGap {
  mean: number;
  sd: number;
}

/**
 * The next gap of a customer with `count` gaps whose logarithms add up to `logSum`: their own mean drawn
 * towards the shop's by how little is known of it (normal-normal posterior predictive). Without a gap of
 * their own it is the shop's.
 */
export function expectedGap(
  { mu, within, between }: GapModel,
  count: number,
  logSum: number,
): ExpectedGap {
  const prior = between * between;
  const noise = within * within;
  // Between customers who do not differ, and where gaps never vary, there is nothing to weigh.
  const trust = count * prior === 0 ? 0 : (count * prior) / (count * prior + noise);
  const mean = count === 0 ? mu : mu + trust * (logSum / count - mu);
  return { mean, sd: Math.sqrt(noise + prior * (1 - trust)) };
}
