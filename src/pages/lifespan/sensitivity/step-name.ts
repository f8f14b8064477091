import {
  lifespan_step_churn,
  lifespan_step_discount,
  lifespan_step_horizon,
  lifespan_step_margin,
  lifespan_step_order_value,
  lifespan_step_orders_per_year,
} from '../../../text/paraglide/messages';
import type { Lever } from '../laboratory/sheets';

const NAMES: Record<Lever, (setting: { from: string; to: string }) => string> = {
  churn: lifespan_step_churn,
  margin: lifespan_step_margin,
  orderValue: lifespan_step_order_value,
  ordersPerYear: lifespan_step_orders_per_year,
  discount: lifespan_step_discount,
  horizon: lifespan_step_horizon,
};

/** "One point less churn, 10% to 9%". */
export function stepName(lever: Lever, setting: { from: string; to: string }): string {
  return NAMES[lever](setting);
}
