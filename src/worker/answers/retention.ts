import type { Orders } from '../../analysis/orders';
import { retentionTriangle } from '../../analysis/retention/triangle';
import type { Transactions } from '../../analysis/transactions';
import type { RetentionAnswer, Settings } from '../protocol';

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
