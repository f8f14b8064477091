import { simulateDonations } from '../analysis/simulate/donations';
import { simulateShop } from '../analysis/simulate/shop';
import { simulateSubscription } from '../analysis/simulate/subscription';
import type { DatasetColumns } from './dataset-columns';
import type { DatasetSource, SampleName, SampleTruth } from './protocol';

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
