import type { CustomerSummary } from '../../analysis/customer-summary';
import type { Customers } from '../../analysis/customers';
import { weightedSum } from '../../analysis/models/forecast';
import { weightedRanks } from '../../analysis/weighted-ranks';
import type { SummaryAnswer, SummarySegments } from '../contract/summary';

/** Counts, money and times of a summary; what it does not tell is null. */
export function summaryAnswer(
  summary: CustomerSummary,
  customers: Customers,
  segments: SummarySegments,
): SummaryAnswer {
  const { count, x, tx, T, m, net, orders, meanOf, observationEnd } = summary;
  const weight = summary.weight ?? undefined;
  const ages = weightedRanks(T, weight);
  const longest = T.reduce((most, time) => Math.max(most, time), 0);
  const silences = T.map((time, i) => time - tx[i]);
  const counted = (one: (i: number) => boolean) =>
    weightedSum(
      Float64Array.from(x, (_, i) => Number(one(i))),
      weight,
    );
  const averaged = (i: number) => m !== null && customers.mOccasions[i] > 0 && m[i] > 0;
  const spenders = counted(averaged);
  const means = m?.map((mean, i) => (averaged(i) ? mean : 0));
  const repeaters = counted((i) => x[i] > 0);
  return {
    rows: count,
    customers: ages.n,
    repeaters,
    oneTime: ages.n - repeaters,
    occasions: weightedSum(x, weight) + ages.n,
    orders: orders && weightedSum(orders, weight),
    netRevenue: net && weightedSum(net, weight),
    top20Share: net && told(weightedRanks(net, weight).topShare(0.2)),
    meanSpend:
      means && spenders > 0
        ? { mean: weightedSum(means, weight) / spenders, customers: spenders, of: meanOf }
        : null,
    longest,
    medianAge: ages.quantile(0.5),
    medianSilence: weightedRanks(silences, weight).quantile(0.5),
    dates:
      observationEnd === null
        ? null
        : {
            first: observationEnd - longest,
            last:
              observationEnd - silences.reduce((least, time) => Math.min(least, time), Infinity),
            end: observationEnd,
          },
    segments,
  };
}

function told(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
