import type { Customers } from '../../analysis/customers';
import type { PurchasePredictions } from '../../analysis/models/forecast';
import { covers, SEGMENT_MAPS } from '../../analysis/rfm/segment-maps';
import { assignSegments } from '../../analysis/rfm/segments';
import { scoreByWeightedRank } from '../../analysis/rfm/weighted-scores';
import type { SegmentLine } from '../contract/segments';
import type { Settings } from '../contract/settings';
import type { SummarySegments } from '../contract/summary';
import type { Segmentation } from './segments';

/** Scores of the customers of a summary: R and F always, M where the summary tells what everyone brought. */
export function summarySegmentation(
  customers: Customers,
  { bins, monetary, scored, segmentMap }: Settings,
): Segmentation {
  const { buyers, lastDay, orders, net, weight, observationEnd } = customers;
  const money = scored === 'rfm' && net.every((amount) => Number.isFinite(amount));
  const recency = Float64Array.from(lastDay, (day) => observationEnd - day);
  const spent = net.map((amount, i) => (monetary === 'mean' ? amount / orders[i] : amount));
  const r = scoreByWeightedRank(recency, weight, bins, 'smaller');
  const scores = {
    buyers,
    bins,
    r,
    f: scoreByWeightedRank(Float64Array.from(orders), weight, bins, 'larger'),
    // Not scored: no map that reads it is used.
    m: money
      ? scoreByWeightedRank(spent, weight, bins, 'larger')
      : { value: spent, score: new Uint8Array(spent.length).fill(1), bins: [] },
  };
  const maps = SEGMENT_MAPS.filter((map) => covers(map, bins, money));
  const map = maps.find(({ id }) => id === segmentMap) ?? maps.at(0) ?? null;
  const segmented = map && assignSegments(customers, scores, map);
  if (segmented && 'code' in segmented) throw new Error(segmented.code);
  return { scores, money, maps, map, segmented };
}

/** The segments with what their customers bring, each row counted for all the customers that share it. */
export function summarySegments(
  customers: Customers,
  { scores, money, map, segmented }: Segmentation,
  predicted: (PurchasePredictions & { clv?: Float64Array }) | null,
): SummarySegments {
  const lines = segmented?.names.map((name) => ({
    name,
    customers: 0,
    orders: 0,
    revenue: 0,
    days: 0,
    alive: 0,
    clv: 0,
  }));
  const { orders, net, weight, lastDay, observationEnd, count } = customers;
  let all = 0;
  for (let i = 0; i < count; i++) {
    const w = weight ? weight[i] : 1;
    all += w;
    const line = segmented && lines?.[segmented.segment[i]];
    if (!line) continue;
    line.customers += w;
    line.orders += w * orders[i];
    line.revenue += w * net[i];
    line.days += w * (observationEnd - lastDay[i]);
    line.alive += w * (predicted?.alive[i] ?? NaN);
    line.clv += w * (predicted?.clv?.[i] ?? NaN);
  }
  return {
    bins: { r: scores.r.bins, f: scores.f.bins, m: money ? scores.m.bins : null },
    map: map?.id ?? null,
    segments:
      lines?.map(
        ({ name, customers: size, orders: ordered, revenue, days, alive, clv }): SegmentLine => ({
          name,
          customers: size,
          share: size / all,
          orders: ordered,
          revenue,
          averageOrderValue: revenue / ordered,
          meanRecency: days / size,
          predictedClv: told(clv / size),
          churnRisk: told(1 - alive / size),
        }),
      ) ?? null,
  };
}

function told(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
