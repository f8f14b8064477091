import { random } from '../../numerics/random';
import type { Fit, ModelParameters } from '../fit';
import type { PurchaseModel } from '../purchase-model';
import { type Interval, middle } from './interval';
import { drawParameters } from './parameter-draws';

/** P(alive) at one time since the first purchase, with the interval of unsure parameters. */
export interface AlivePoint {
  time: number;
  /** Repeat purchases made by then. */
  x: number;
  value: number;
  interval: Interval;
}

/** Points over the whole time, beside one before and one at each purchase. */
const STEPS = 100;

/**
 * P(alive) through time as purchases come: it falls in silence, and each purchase lifts it again. Judged at
 * each moment by what was known then, under the parameters estimated from all data.
 *
 * @param purchases times since the first purchase, ascending, the first (0) included; @param end last time
 */
export function alivePath<P extends ModelParameters>(
  model: PurchaseModel<P>,
  fit: Fit<P>,
  purchases: readonly number[],
  end: number,
  { level = 0.9, draws = 200, seed = 1 } = {},
): AlivePoint[] {
  const sets = drawParameters(fit, draws, random(seed));
  const known = purchases.map((tx, x) => ({ x, tx }));
  return moments(purchases, end).map(({ time, seen }) => {
    const { x, tx } = known[seen];
    const drawn = Float64Array.from(sets, (params) => model.probabilityAlive(params, x, tx, time));
    return {
      time,
      x,
      value: model.probabilityAlive(fit.params, x, tx, time),
      interval: middle(drawn, level),
    };
  });
}

/** Times to look at, each with the index of the last purchase known then. */
function moments(purchases: readonly number[], end: number): { time: number; seen: number }[] {
  const all: { time: number; seen: number }[] = [];
  purchases.forEach((from, seen) => {
    const to = purchases[seen + 1] ?? end;
    const steps = Math.max(1, Math.ceil(((to - from) / Math.max(end, 1e-9)) * STEPS));
    for (let k = 0; k <= steps; k++) all.push({ time: from + ((to - from) * k) / steps, seen });
  });
  return all;
}
