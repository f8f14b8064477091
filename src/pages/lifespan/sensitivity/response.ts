import { customerValue, type Levers } from '../customer-value';
import { LEVERS, SHEETS, type Lever, type ValuesOf } from '../laboratory/sheets';
import { niceTop } from '../nice-top';

export type LeverRanges = ValuesOf<'ranges'>;

/** The lever at another setting, kept within what is possible. */
export function withLever(levers: Levers, lever: Lever, value: number): Levers {
  const { min, max } = SHEETS.levers[lever];
  return { ...levers, [lever]: Math.min(max, Math.max(min, value)) };
}

/** Where an axis of this lever ends: twice where it stands, on a round number, within what is possible. */
export function leverTop(lever: Lever, levers: Levers): number {
  return Math.min(SHEETS.levers[lever].max, niceTop(Math.max(2 * levers[lever], 1)));
}

/** Values of a customer as one lever goes from its least to `top` and the others stay. */
export function leverCurve(
  lever: Lever,
  levers: Levers,
  top: number,
  points = 60,
): { x: number; y: number }[] {
  const { min } = SHEETS.levers[lever];
  // A horizon counts whole periods: between two years nothing changes.
  const whole = lever === 'horizon' && levers.period === 'year' ? 12 : null;
  const settings =
    whole === null
      ? Array.from({ length: points + 1 }, (_, i) => min + ((top - min) * i) / points)
      : Array.from({ length: Math.floor(top / whole) }, (_, i) => (i + 1) * whole);
  return settings
    .map((x) => ({ x, y: customerValue(withLever(levers, lever, x)) }))
    .filter(({ y }) => Number.isFinite(y));
}

/** One lever over its range: settings and the values of a customer there. */
export interface LeverSwing {
  lever: Lever;
  low: number;
  high: number;
  valueLow: number;
  valueHigh: number;
}

/** Every lever alone over the range set for it, in percent of where it stands; the widest swing first. */
export function leverSwings(levers: Levers, ranges: LeverRanges): LeverSwing[] {
  return LEVERS.map((lever) => {
    const low = withLever(levers, lever, levers[lever] * (1 - ranges[`${lever}Down`] / 100));
    const high = withLever(levers, lever, levers[lever] * (1 + ranges[`${lever}Up`] / 100));
    return {
      lever,
      low: low[lever],
      high: high[lever],
      valueLow: customerValue(low),
      valueHigh: customerValue(high),
    };
  }).sort((a, b) => Math.abs(b.valueHigh - b.valueLow) - Math.abs(a.valueHigh - a.valueLow));
}

/** A small step of a lever that a person can picture, and what it is worth. */
export interface LeverStep {
  lever: Lever;
  from: number;
  to: number;
  /** Change of the value of a customer, units of the currency; and as a share of it. */
  gain: number;
  share: number;
  /** By how many percent the value moves when the lever rises by 1%; null where it has no slope to tell. */
  elasticity: number | null;
}

/** One point less churn or discount, one more of margin, 1% more money or orders, a year more of horizon. */
export function leverStep(lever: Lever, levers: Levers): LeverStep {
  const now = customerValue(levers);
  const moved = withLever(levers, lever, stepped(lever, levers[lever]));
  const gain = customerValue(moved) - now;
  return {
    lever,
    from: levers[lever],
    to: moved[lever],
    gain,
    share: gain / now,
    elasticity: elasticity(lever, levers),
  };
}

function stepped(lever: Lever, value: number): number {
  switch (lever) {
    case 'churn':
    case 'discount':
      return value - 1;
    case 'margin':
      return value + 1;
    case 'orderValue':
    case 'ordersPerYear':
      return value * 1.01;
    case 'horizon':
      return value + 12;
  }
}

/**
 * d ln V / d ln lever by central differences; for the horizon, which moves by whole periods, over a year each way.
 *
 * @returns null where the lever or the value is 0 or has no end
 */
export function elasticity(lever: Lever, levers: Levers): number | null {
  const value = levers[lever];
  const wide = lever === 'horizon' ? 12 : value * 1e-5;
  if (value - wide <= 0) return null;
  const low = withLever(levers, lever, value - wide);
  const high = withLever(levers, lever, value + wide);
  const slope =
    Math.log(customerValue(high) / customerValue(low)) / Math.log(high[lever] / low[lever]);
  return Number.isFinite(slope) ? slope : null;
}

/** Values over two levers, rows from the least of `upwards` to its top; Infinity where they have no end. */
export interface ValueGrid {
  across: number[];
  upwards: number[];
  values: number[][];
}

/** The middles of `columns` x `rows` equal cells from the least setting to the top of each axis. */
export function valueGrid(
  levers: Levers,
  across: Lever,
  upwards: Lever,
  tops: { across: number; upwards: number },
  columns = 36,
  rows = 24,
): ValueGrid {
  const middles = (lever: Lever, top: number, count: number) => {
    const { min } = SHEETS.levers[lever];
    return Array.from({ length: count }, (_, i) => min + ((top - min) * (i + 0.5)) / count);
  };
  const xs = middles(across, tops.across, columns);
  const ys = middles(upwards, tops.upwards, rows);
  return {
    across: xs,
    upwards: ys,
    values: ys.map((y) =>
      xs.map((x) => customerValue(withLever(withLever(levers, upwards, y), across, x))),
    ),
  };
}
