import type { ModelName } from '../../worker/contract/settings';
import type { Source } from '../glossary/sources';

/** What each purchase model says of a customer (x, t_x, T), in the symbols of its paper. */
export interface ModelFormulas {
  /** null where it takes more than a line. */
  alive: readonly string[] | null;
  /** Purchases expected within t from now. */
  purchases: readonly string[] | null;
  source: Source;
}

export const MODEL_FORMULAS: Record<ModelName, ModelFormulas> = {
  'bg-nbd': {
    alive: ['P(alive) = 1 ÷ ( 1 + a ÷ (b + x − 1) × ((α + T) ÷ (α + t_x))^(r + x) ), x > 0'],
    purchases: [
      'E[Y(t)] = P(alive) × (a + b + x − 1) ÷ (a − 1) × ( 1 − ((α + T) ÷ (α + T + t))^(r + x) × ₂F₁(r + x, b + x; a + b + x − 1; t ÷ (α + T + t)) )',
    ],
    source: 'fader2005easy',
  },
  'mbg-nbd': {
    alive: ['P(alive) = 1 ÷ ( 1 + a ÷ (b + x) × ((α + T) ÷ (α + t_x))^(r + x) )'],
    purchases: [
      'E[Y(t)] = P(alive) × (a + b + x) ÷ (a − 1) × ( 1 − ((α + T) ÷ (α + T + t))^(r + x) × ₂F₁(r + x, b + x + 1; a + b + x; t ÷ (α + T + t)) )',
    ],
    source: 'batislam2007',
  },
  'pareto-nbd': {
    alive: null,
    purchases: [
      'E[Y(t)] = P(alive) × (r + x) (β + T) ÷ ( (α + T) (s − 1) ) × ( 1 − ((β + T) ÷ (β + T + t))^(s − 1) )',
    ],
    source: 'schmittlein1987',
  },
  nbd: {
    alive: ['P(alive) = 1'],
    purchases: ['E[Y(t)] = (r + x) ÷ (α + T) × t'],
    source: 'ehrenberg1959',
  },
};
