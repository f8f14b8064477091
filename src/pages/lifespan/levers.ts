import {
  lifespan_churn,
  lifespan_discount,
  lifespan_horizon,
  lifespan_margin,
  lifespan_months_short,
  lifespan_order_value,
  lifespan_orders_per_year,
  lifespan_percent_unit,
} from '../../text/paraglide/messages';
import type { Levers } from './customer-value';
import type { Lever } from './laboratory/sheets';
import { compact, compactMoney, money, significant } from '../../text/format';
import { periods, rate } from './shown';

/** How a lever is set and shown. */
export interface LeverLook {
  name: string;
  unit: string;
  /** How far its slider reaches at first, and the step of an arrow key. */
  usual: number;
  step: number;
  format: (value: number) => string;
  /** Shorter, for the numbers of an axis. */
  axis: (value: number) => string | null;
}

export function leverLook(lever: Lever, levers: Levers, currency: string | null): LeverLook {
  switch (lever) {
    case 'churn':
      return {
        name: lifespan_churn(),
        unit: lifespan_percent_unit(),
        ...churnReach(levers.period),
        format: rate,
        axis: rate,
      };
    case 'margin':
      return {
        name: lifespan_margin(),
        unit: lifespan_percent_unit(),
        usual: 100,
        step: 0.5,
        format: rate,
        axis: rate,
      };
    case 'orderValue':
      return {
        name: lifespan_order_value(),
        unit: currency ?? '',
        usual: 200,
        step: 0.5,
        format: (value) => money(value, currency) ?? '',
        axis: (value) => compactMoney(value, currency),
      };
    case 'ordersPerYear':
      return {
        name: lifespan_orders_per_year(),
        unit: '',
        usual: 24,
        step: 0.1,
        format: (value) => significant(value, 4) ?? '',
        axis: compact,
      };
    case 'discount':
      return {
        name: lifespan_discount(),
        unit: lifespan_percent_unit(),
        usual: 30,
        step: 0.5,
        format: rate,
        axis: rate,
      };
    case 'horizon':
      return {
        name: lifespan_horizon(),
        unit: lifespan_months_short(),
        usual: 240,
        step: 1,
        format: (value) => periods(value, 'month', 0),
        axis: compact,
      };
  }
}

/** Slider reach and step of churn, percent. */
export function churnReach(period: Levers['period']): { usual: number; step: number } {
  return period === 'year' ? { usual: 100, step: 0.1 } : { usual: 20, step: 0.05 };
}
