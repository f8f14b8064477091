import type { Orders } from '../../analysis/orders';
import {
  customersByOrders,
  customersByTenure,
  spendByOrder,
  spendByTenure,
} from '../../analysis/retention/spend-growth';
import type { Settings } from '../contract/settings';
import type { SpendAnswer, SpendOptions } from '../contract/spend';

/** Steps that can be chosen. */
const MOST = 24;
/** Steps taken unless chosen, and the customers such a panel needs for a mean that says something. */
const USUAL = 12;
const ENOUGH = 30;

/** Spend of the customers who stayed, order by order or period by period. */
export function spendAnswer(
  orders: Orders,
  { cohortPeriod }: Settings,
  { by, steps: asked }: SpendOptions,
): SpendAnswer {
  const takers =
    by === 'order'
      ? customersByOrders(orders, MOST)
      : customersByTenure(orders, cohortPeriod, MOST);
  const most = takers.findLastIndex((customers) => customers > 0);
  let usual = Math.min(USUAL, most);
  while (usual > 2 && takers[usual] < ENOUGH) usual--;
  const steps = Math.min(asked ?? usual, most);
  return {
    by,
    steps,
    takers: takers.slice(0, most + 1),
    growth:
      steps < 2
        ? null
        : by === 'order'
          ? spendByOrder(orders, steps)
          : spendByTenure(orders, cohortPeriod, steps),
  };
}
