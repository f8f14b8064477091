import { lifespan } from '../../../analysis/value/lifespan';
import { checked } from '../checked';
import { customerValue, type Levers } from '../customer-value';
import { SHEETS, type ValuesOf } from '../laboratory/sheets';

export type Changes = ValuesOf<'scenario'>;
export const CHANGED = ['churn', 'ordersPerYear', 'orderValue', 'margin', 'customers'] as const;
export type Changed = (typeof CHANGED)[number];

/** What a model predicts of the buyers there are, all together, units of the currency. */
export interface ModelBase {
  value: number;
}

export interface Outcome {
  levers: Levers;
  /** Periods of the churn. */
  lifespan: number;
  /** Of one new customer, by the formula. */
  value: number;
  /** Of the customers won in a year. */
  won: number;
  /** Of the buyers there are, by the model; null without one. */
  base: number | null;
  /** won + base. */
  total: number;
}

/** The levers after the changes, each kept within what is possible (churn at most 100%). */
export function changedLevers(levers: Levers, changes: Changes): Levers {
  const moved = Object.fromEntries(
    CHANGED.map((name) => {
      const { min, max } = SHEETS.levers[name];
      return [name, Math.min(max, Math.max(min, levers[name] * (1 + changes[name] / 100)))];
    }),
  );
  return { ...levers, ...moved };
}

/**
 * What a scenario is worth. New customers are valued by the formula; the buyers there are by what the model predicts
 * of them, moved in the proportion in which the changes move the formula within the horizon.
 */
export function outcome(levers: Levers, changes: Changes, model: ModelBase | null): Outcome {
  const after = changedLevers(levers, changes);
  const value = customerValue(after);
  const won = value * after.customers;
  const before = customerValue(levers, 'horizon');
  const moves = before > 0 ? customerValue(after, 'horizon') / before : 1;
  const base = model && model.value * moves;
  return {
    levers: after,
    lifespan: checked(lifespan(after.churn / 100)),
    value,
    won,
    base,
    total: won + (base ?? 0),
  };
}
