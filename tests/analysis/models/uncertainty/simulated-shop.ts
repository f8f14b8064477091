import type { PaymentSchedule } from '../../../../src/analysis/models/discounted-purchases';
import type { RepeatHistory } from '../../../../src/analysis/models/repeat-history';
import type { SpendHistory } from '../../../../src/analysis/models/spend-history';
import { random } from '../../../../src/analysis/numerics/random';
import { type Process, simulatePurchases } from '../simulate-purchases';

/** A shop that lives by the models, up to today, and what then really came. */
export interface SimulatedShop {
  history: RepeatHistory;
  spendHistory: SpendHistory;
  truth: { total: number; purchases: number; alive: number };
}

/** Times in weeks; spend ~ Gamma-Gamma(p, q, v), discounted over the schedule. */
export function simulatedShop(
  process: Process,
  params: Readonly<Record<string, number>>,
  money: { p: number; q: number; v: number },
  schedule: PaymentSchedule,
  customers: number,
  seed: number,
): SimulatedShop {
  const { periods, length, rate } = schedule;
  const { history, laterTimes, alive } = simulatePurchases(process, params, {
    customers,
    shortest: 13,
    longest: 78,
    future: periods * length,
    seed,
  });
  const source = random(seed + 1_000_000);
  const m = new Float64Array(customers);
  const truth = { total: 0, purchases: 0, alive: 0 };
  for (let i = 0; i < customers; i++) {
    const perUnit = source.gamma(money.q) / money.v;
    const x = history.x[i];
    if (x > 0) m[i] = source.gamma(money.p * x) / perUnit / x;
    truth.purchases += laterTimes[i].length;
    truth.alive += alive[i];
    for (const time of laterTimes[i]) {
      const order = source.gamma(money.p) / perUnit;
      truth.total += order / (1 + rate) ** Math.ceil(time / length);
    }
  }
  return { history, spendHistory: { x: history.x, m }, truth };
}
