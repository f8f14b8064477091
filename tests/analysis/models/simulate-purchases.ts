import type { RepeatHistory } from '../../../src/analysis/models/repeat-history';
import { random, type Random } from '../../../src/analysis/numerics/random';

/** What a simulated customer did: repeat purchases in time, and when the customer left. */
interface Life {
  rate: number;
  /** Whether the customer leaves with this purchase (the first is number 0). */
  leavesWith: (purchase: number) => boolean;
  leavesAt: number;
}

export type Process = 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd';

function life(process: Process, params: Readonly<Record<string, number>>, source: Random): Life {
  const rate = source.gamma(params.r) / params.alpha;
  if (process === 'pareto-nbd') {
    const leaving = source.gamma(params.s) / params.beta;
    return { rate, leavesWith: () => false, leavesAt: source.exponential() / leaving };
  }
  const p = source.beta(params.a, params.b);
  const first = process === 'mbg-nbd';
  return {
    rate,
    leavesWith: (purchase) => (purchase > 0 || first) && source.uniform() < p,
    leavesAt: Infinity,
  };
}

/**
 * Customers of a shop that lives by a model, each watched for a time between `shortest` and `longest`,
 * with how many purchases they made in the `future` after that, and when (counted from its start).
 */
export function simulatePurchases(
  process: Process,
  params: Readonly<Record<string, number>>,
  {
    customers,
    shortest,
    longest,
    future = 0,
    seed,
  }: {
    customers: number;
    shortest: number;
    longest: number;
    future?: number;
    seed: number;
  },
): { history: RepeatHistory; later: Float64Array; laterTimes: number[][]; alive: Uint8Array } {
  const source = random(seed);
  const history: RepeatHistory = {
    count: customers,
    x: new Float64Array(customers),
    tx: new Float64Array(customers),
    T: new Float64Array(customers),
  };
  const later = new Float64Array(customers);
  const laterTimes = Array.from({ length: customers }, (): number[] => []);
  const alive = new Uint8Array(customers).fill(1);
  for (let i = 0; i < customers; i++) {
    const T = shortest + source.uniform() * (longest - shortest);
    history.T[i] = T;
    const { rate, leavesWith, leavesAt } = life(process, params, source);
    let gone = leavesWith(0);
    if (gone || leavesAt <= T) alive[i] = 0;
    for (let t = source.exponential() / rate, n = 1; !gone && t <= T + future; n++) {
      if (t > leavesAt) break;
      if (t <= T) {
        history.x[i]++;
        history.tx[i] = t;
      } else {
        later[i]++;
        laterTimes[i].push(t - T);
      }
      gone = leavesWith(n);
      if (gone && t <= T) alive[i] = 0;
      t += source.exponential() / rate;
    }
  }
  return { history, later, laterTimes, alive };
}
