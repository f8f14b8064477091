import type { Orders } from '../../analysis/orders';
import { discountCohorts } from '../../analysis/retention/discount-cohorts';
import { retentionTriangle } from '../../analysis/retention/triangle';
import type { Transactions } from '../../analysis/transactions';
import type { DiscountAnswer, RetentionAnswer } from '../contract/retention';
import type { Settings } from '../contract/settings';

export function retentionAnswer(
  transactions: Transactions,
  orders: Orders,
  { cohortPeriod, retentionRule, periods }: Settings,
): RetentionAnswer {
  return {
    triangle: retentionTriangle(transactions, orders, {
      period: cohortPeriod,
      activity: retentionRule,
      counting: periods,
    }),
  };
}

export function discountAnswer(
  transactions: Transactions,
  orders: Orders,
  { cohortPeriod, retentionRule, periods }: Settings,
): DiscountAnswer {
  return discountCohorts(transactions, orders, {
    period: cohortPeriod,
    activity: retentionRule,
    counting: periods,
  });
}
