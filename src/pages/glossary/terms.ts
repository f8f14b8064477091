import type { Source } from './sources';

/** The groups of terms, in the order shown. */
export const GROUPS = [
  'orders',
  'value',
  'churn',
  'cohorts',
  'segments',
  'models',
  'statistics',
] as const;

export type Group = (typeof GROUPS)[number];

const LISTED = [
  { id: 'customer', group: 'orders', see: ['order'] },
  { id: 'order', group: 'orders', see: ['purchase-occasion'] },
  { id: 'purchase-occasion', group: 'orders', see: ['x'] },
  { id: 'net-revenue', group: 'orders', see: ['margin'] },
  { id: 'margin', group: 'orders', see: ['net-revenue'] },
  { id: 'average-order-value', group: 'orders', see: ['simple-clv'] },
  { id: 'repeat-rate', group: 'orders', see: ['retention-rate'] },
  { id: 'observation-end', group: 'orders', see: ['t', 'censoring'] },

  { id: 'clv', group: 'value', see: ['historic-clv', 'simple-clv', 'churn-clv', 'predicted-clv'] },
  { id: 'historic-clv', group: 'value', see: ['net-revenue', 'margin'] },
  { id: 'simple-clv', group: 'value', source: 'berger1998', see: ['lifespan'] },
  { id: 'churn-clv', group: 'value', source: 'berger1998', see: ['churn', 'lifespan'] },
  { id: 'margin-retention-clv', group: 'value', source: 'gupta2003', see: ['retention-rate'] },
  {
    id: 'predicted-clv',
    group: 'value',
    source: 'fader2005rfm',
    see: ['expected-purchases', 'gamma-gamma', 'horizon'],
  },
  { id: 'customer-equity', group: 'value', source: 'blattberg1996', see: ['predicted-clv'] },
  { id: 'discount-rate', group: 'value', see: ['margin-retention-clv'] },
  { id: 'horizon', group: 'value', see: ['predicted-clv', 'restricted-mean'] },
  { id: 'cac', group: 'value', see: ['net-clv', 'payback'] },
  { id: 'net-clv', group: 'value', see: ['cac'] },
  { id: 'payback', group: 'value', see: ['cac', 'churn'] },
  { id: 'elasticity', group: 'value', see: ['tornado'] },
  { id: 'tornado', group: 'value', see: ['elasticity'] },
  { id: 'lorenz-curve', group: 'value', source: 'lorenz1905', see: ['eighty-twenty'] },
  { id: 'eighty-twenty', group: 'value', see: ['lorenz-curve'] },

  { id: 'churn', group: 'churn', see: ['churn-threshold', 'yearly-churn', 'retention-rate'] },
  { id: 'yearly-churn', group: 'churn', see: ['churn'] },
  { id: 'revenue-churn', group: 'churn', see: ['churn'] },
  { id: 'retention-rate', group: 'churn', see: ['churn', 'classic-retention'] },
  { id: 'lifespan', group: 'churn', see: ['restricted-mean', 'churn-clv'] },
  { id: 'contractual', group: 'churn', source: 'fader2010contractual', see: ['sbg', 'bg-nbd'] },
  { id: 'churn-threshold', group: 'churn', see: ['false-churn', 'p-alive'] },
  { id: 'false-churn', group: 'churn', see: ['churn-threshold'] },

  { id: 'cohort', group: 'cohorts', see: ['retention-triangle'] },
  { id: 'retention-triangle', group: 'cohorts', see: ['classic-retention', 'unbounded-retention'] },
  { id: 'classic-retention', group: 'cohorts', see: ['unbounded-retention'] },
  { id: 'unbounded-retention', group: 'cohorts', see: ['classic-retention'] },
  { id: 'kaplan-meier', group: 'cohorts', source: 'kaplan1958', see: ['censoring'] },
  { id: 'censoring', group: 'cohorts', see: ['kaplan-meier', 'observation-end'] },
  { id: 'hazard', group: 'cohorts', source: 'fader2007', see: ['sbg', 'heterogeneity'] },
  { id: 'restricted-mean', group: 'cohorts', source: 'royston2013', see: ['kaplan-meier'] },
  { id: 'log-rank', group: 'cohorts', source: 'mantel1966', see: ['kaplan-meier'] },

  { id: 'rfm', group: 'segments', see: ['recency', 'frequency', 'monetary', 'score'] },
  { id: 'recency', group: 'segments', see: ['t-x'] },
  { id: 'frequency', group: 'segments', see: ['x'] },
  { id: 'monetary', group: 'segments', see: ['m', 'net-revenue'] },
  { id: 'score', group: 'segments', see: ['segment'] },
  { id: 'segment', group: 'segments', see: ['score', 'migration'] },
  { id: 'migration', group: 'segments', see: ['segment'] },

  { id: 'heterogeneity', group: 'models', see: ['hazard'] },
  { id: 'x', group: 'models', see: ['purchase-occasion', 'frequency'] },
  { id: 't-x', group: 'models', see: ['recency'] },
  { id: 't', group: 'models', see: ['observation-end'] },
  { id: 'm', group: 'models', see: ['gamma-gamma', 'monetary'] },
  { id: 'nbd', group: 'models', source: 'ehrenberg1959', see: ['heterogeneity'] },
  { id: 'pareto-nbd', group: 'models', source: 'schmittlein1987', see: ['bg-nbd', 'p-alive'] },
  { id: 'bg-nbd', group: 'models', source: 'fader2005easy', see: ['mbg-nbd', 'p-alive'] },
  { id: 'mbg-nbd', group: 'models', source: 'batislam2007', see: ['bg-nbd'] },
  { id: 'bg-bb', group: 'models', source: 'fader2010discrete', see: ['bg-nbd'] },
  { id: 'sbg', group: 'models', source: 'fader2007', see: ['contractual', 'hazard'] },
  { id: 'gamma-gamma', group: 'models', source: 'fader2013', see: ['m', 'predicted-clv'] },
  { id: 'p-alive', group: 'models', source: 'fader2005easy', see: ['churn-threshold', 'bg-nbd'] },
  { id: 'expected-purchases', group: 'models', see: ['horizon', 'predicted-clv'] },

  { id: 'log-likelihood', group: 'statistics', see: ['aic'] },
  { id: 'aic', group: 'statistics', source: 'akaike1974', see: ['log-likelihood', 'holdout'] },
  { id: 'weak-prior', group: 'statistics', see: ['log-likelihood'] },
  { id: 'standard-error', group: 'statistics', see: ['confidence-interval', 'log-likelihood'] },
  {
    id: 'confidence-interval',
    group: 'statistics',
    source: 'wilson1927',
    see: ['predictive-interval'],
  },
  { id: 'predictive-interval', group: 'statistics', see: ['confidence-interval', 'bootstrap'] },
  { id: 'bootstrap', group: 'statistics', source: 'efron1979', see: ['standard-error'] },
  { id: 'calibration', group: 'statistics', see: ['holdout'] },
  { id: 'holdout', group: 'statistics', see: ['calibration', 'mae', 'bias'] },
  { id: 'mae', group: 'statistics', see: ['bias'] },
  { id: 'bias', group: 'statistics', see: ['mae'] },
] as const satisfies readonly { id: string; group: Group; source?: Source; see: string[] }[];

/** The name of a term in the address, the same in every language. */
export type TermId = (typeof LISTED)[number]['id'];

export interface Term {
  id: TermId;
  group: Group;
  /** The work the definition or the method is from. */
  source?: Source;
  /** Terms that explain this one further, or are mistaken for it. */
  see: readonly TermId[];
}

/** Every term of the glossary, in the order shown within its group. */
export const TERMS: readonly Term[] = LISTED;
