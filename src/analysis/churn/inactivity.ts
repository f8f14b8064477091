import type { Customers } from '../customers';
import { gapPercentile, gapsLongerThan, type Gaps } from './gaps';

/** Who counts as lost at the observation end when silence beyond a threshold does. */
export interface Inactivity {
  /** Days of silence after which a customer counts as churned: strictly more than this. */
  threshold: number;
  /** Buyers whose last order lies more than the threshold before the observation end. */
  churned: number;
  active: number;
  /** churned / buyers. */
  churnedShare: number;
  /** All that the churned customers ever brought, in units of the currency. */
  churnedValue: number;
  /** Its share of what all buyers brought. */
  churnedValueShare: number;
  /** Silences longer than the threshold that an order ended: customers written off who came back. */
  returns: number;
  /**
   * False churn: of all silences that ever passed the threshold, the share that an order ended:
   * returns / (returns + churned). The others are still going on, so the true share is higher.
   */
  falseChurn: number;
  /** Ended gaps longer than the threshold / ended gaps: 1 - the percentile the threshold stands at. */
  gapsBeyond: number;
}

/** Threshold in days at a percentile of the gaps between orders; `null` without any gap. */
export function inactivityThreshold(gaps: Gaps, percentile = 0.9): number | null {
  return gaps.total === 0 ? null : gapPercentile(gaps, percentile);
}

/**
 * Who is lost by the given threshold.
 *
 * @param threshold days, from `inactivityThreshold` or typed
 */
export function inactivity(customers: Customers, gaps: Gaps, threshold: number): Inactivity {
  const { buyers, lastDay, minorNet, unit, observationEnd } = customers;
  let churned = 0;
  let minorLost = 0;
  let minorTotal = 0;
  for (const i of buyers) {
    minorTotal += minorNet[i];
    if (observationEnd - lastDay[i] <= threshold) continue;
    churned++;
    minorLost += minorNet[i];
  }
  const returns = gapsLongerThan(gaps, threshold);
  return {
    threshold,
    churned,
    active: buyers.length - churned,
    churnedShare: churned / buyers.length,
    churnedValue: minorLost / unit,
    churnedValueShare: minorLost / minorTotal,
    returns,
    falseChurn: returns / (returns + churned),
    gapsBeyond: returns / gaps.total,
  };
}
