import type { Refusal } from './fit';
import { historyTotals, type HistoryTotals, type RepeatHistory } from './repeat-history';

/** Totals of a history that a purchase model can learn from, or why it cannot. */
export function learnable(
  model: string,
  history: RepeatHistory,
): { kind: 'totals'; totals: HistoryTotals } | Refusal {
  const { invalidAt, ...totals } = historyTotals(history);
  const refuse = (reason: Refusal['reason'], at = -1): Refusal => ({
    kind: 'refusal',
    model,
    reason,
    at,
  });
  if (invalidAt >= 0) return refuse('invalid-history', invalidAt);
  if (totals.customers === 0) return refuse('no-customers');
  if (totals.repeaters === 0) return refuse('no-repeat-purchases');
  if (totals.exposure === 0) return refuse('no-time-observed');
  return { kind: 'totals', totals };
}
