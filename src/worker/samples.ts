import { activityByPeriod } from '../analysis/activity';
import { collectOrders } from '../analysis/orders';
import { simulateDonations } from '../analysis/simulate/donations';
import { simulateShop } from '../analysis/simulate/shop';
import { simulateSubscription } from '../analysis/simulate/subscription';
import type { DatasetColumns } from './dataset-columns';
import type { DatasetSource, SampleName, SampleTruth } from './contract/datasets';

export interface Sample {
  name: string;
  currency: string;
  source: DatasetSource;
  columns: DatasetColumns;
}

const SIMULATIONS: Record<
  SampleName,
  { name: string; simulate: () => DatasetColumns & { truth: object } }
> = {
  shop: { name: 'Coffee shop (sample)', simulate: simulateShop },
  subscription: { name: 'Subscription (sample)', simulate: simulateSubscription },
  donations: { name: 'Donations (sample)', simulate: simulateDonations },
};

/** Customers with an order in each whole period of a sample: months, for donations years. */
export function glimpse(sample: SampleName): number[] {
  const { transactions } = SIMULATIONS[sample].simulate();
  const period = sample === 'donations' ? 'year' : 'month';
  const activity = activityByPeriod(transactions, collectOrders(transactions), period);
  if (!activity) return [];
  const { active, lastUnfinished } = activity;
  return [...active.subarray(0, active.length - Number(lastUnfinished))];
}

/** A sample shop: the same for everyone, so that what a teacher shows is what a class sees. */
export function simulateSample(sample: SampleName): Sample {
  const { name, simulate } = SIMULATIONS[sample];
  const { transactions, customerIds, truth } = simulate();
  return {
    name,
    currency: 'EUR',
    source: { kind: 'sample', sample, truth: truth as SampleTruth },
    columns: { transactions, customerIds },
  };
}
