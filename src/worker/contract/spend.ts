import type { SpendGrowth } from '../../analysis/retention/spend-growth';

/** Along what the spend of the customers who stayed is followed. */
export interface SpendOptions {
  /** Step by order, or by period since the first order. */
  by: 'order' | 'tenure';
  /** Steps that everyone in the panel has taken; null for the most that enough customers have. */
  steps: number | null;
}

export interface SpendAnswer {
  by: SpendOptions['by'];
  steps: number;
  /** Customers who have taken at least n steps at index n. */
  takers: Uint32Array;
  /** null where nobody has taken two steps. */
  growth: SpendGrowth | null;
}
