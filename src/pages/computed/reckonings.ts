import type { TermId } from '../glossary/terms';
import { churnRate, falseChurn, lifespan, threshold } from './churn-reckonings';
import { alive, purchases, spend } from './model-reckonings';
import { averageOrderValue, netRevenue, repeatRate, score, topFifth } from './order-reckonings';
import type { Reckon } from './reckoning';
import { churnBased, equity, historic, predicted, simple } from './value-reckonings';

/** How each number on the pages is computed, by the term of the glossary that defines it. */
export const RECKONINGS = {
  'net-revenue': netRevenue,
  'average-order-value': averageOrderValue,
  'repeat-rate': repeatRate,
  'eighty-twenty': topFifth,
  score,
  'historic-clv': historic,
  'simple-clv': simple,
  'churn-clv': churnBased,
  'predicted-clv': predicted,
  'customer-equity': equity,
  churn: churnRate,
  lifespan,
  'churn-threshold': threshold,
  'false-churn': falseChurn,
  'p-alive': alive,
  'expected-purchases': purchases,
  'gamma-gamma': spend,
} as const satisfies Partial<Record<TermId, Reckon>>;

/** A number that can be asked how it is computed. */
export type Computed = keyof typeof RECKONINGS;
