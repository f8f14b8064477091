import { activityByPeriod } from '../analysis/activity';
import { collectOrders } from '../analysis/orders';
import { simulateDonations } from '../analysis/simulate/donations';
import { simulateShop } from '../analysis/simulate/shop';
import { simulateSubscription } from '../analysis/simulate/subscription';
import type { DatasetColumns } from './dataset-columns';
import {
  type DatasetSource,
  SAMPLE_NAMES,
  type SampleName,
  type SampleTruth,
} from './contract/datasets';

export interface Sample {
  name: string;
  currency: string;
  source: DatasetSource;
  columns: DatasetColumns;
}

const SIMULATIONS: Record<SampleName, () => DatasetColumns & { truth: object }> = {
  shop: simulateShop,
  subscription: simulateSubscription,
  donations: simulateDonations,
};

/** Customers with an order in each whole period of a sample: months, for donations years. */
export function glimpse(sample: SampleName): number[] {
  const { transactions } = SIMULATIONS[sample]();
  const period = sample === 'donations' ? 'year' : 'month';
  const activity = activityByPeriod(transactions, collectOrders(transactions), period);
  if (!activity) return [];
  const { active, lastUnfinished } = activity;
  return [...active.subarray(0, active.length - Number(lastUnfinished))];
}

/** A sample shop: the same for everyone, so that what a teacher shows is what a class sees. */
export function simulateSample(sample: SampleName): Sample {
  const { transactions, customerIds, truth } = SIMULATIONS[sample]();
  return {
    name: SAMPLE_NAMES[sample],
    currency: 'EUR',
    source: { kind: 'sample', sample, truth: truth as SampleTruth },
    columns: { transactions, customerIds },
  };
}
