import type { Share } from '../../../src/charts/area/layout';
import type { LorenzPoint } from '../../../src/charts/lorenz/layout';
import type { ScatterPoints } from '../../../src/charts/scatter/layout';
import type { TimeColumn } from '../../../src/charts/time-columns/layout';
import type { TimelineEvent } from '../../../src/charts/timeline/layout';
import type { Lever } from '../../../src/charts/tornado/layout';
import type { WaterfallStep } from '../../../src/charts/waterfall/layout';
import type { Column } from '../../../src/charts/columns/layout';
import type { HeatRow } from '../../../src/charts/heat-map/layout';
import type { LineSeries } from '../../../src/charts/lines/layout';
import type { Row } from '../../../src/charts/rows/layout';
import type { GridCell } from '../../../src/charts/segment-grid/layout';

/** An invented shop, the same on every run: what the golden files and the gallery draw. */

/** Numerical Recipes' linear congruential generator; repeatable noise, nothing more. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export const reciprocal = range(100).map((i) => ({ x: (i + 1) / 100, y: 100 / (i + 1) }));

export const survival: LineSeries[] = [
  {
    name: 'Own customers',
    tone: 'accent',
    stepped: true,
    points: range(55).map((i) => ({ x: i * 10, y: Math.exp(-((i / 29) ** 1.1)) })),
    band: range(55).map((i) => ({
      x: i * 10,
      low: Math.exp(-((i / 29) ** 1.1)) * (1 - 0.002 * i),
      high: Math.min(1, Math.exp(-((i / 29) ** 1.1)) * (1 + 0.003 * i)),
    })),
  },
  {
    name: 'Benchmark',
    tone: 'benchmark',
    dashed: true,
    points: range(19).map((i) => ({ x: i * 30, y: i === 0 ? 1 : 0.065 / i ** 0.2 })),
  },
];

/** A subscription whose customers leave by the month, the hasty first, with its band. */
export function survivalOf(stay: number): { x: number; y: number; low: number; high: number }[] {
  return range(25).map((month) => {
    const y = stay ** (month ** 0.7);
    return {
      x: month * 30,
      y,
      low: y * (1 - 0.006 * month),
      high: Math.min(1, y * (1 + 0.007 * month)),
    };
  });
}

const arrivals = noise(7);
let orders = 0;
const actual = range(78).map((week) => {
  orders += Math.round(25 + 45 * Math.exp(-week / 22) + 12 * arrivals());
  return { x: 9862 + week * 7, y: orders };
});
export const tracking: LineSeries[] = [
  { name: 'Actual', tone: 'accent', points: actual },
  {
    name: 'BG/NBD',
    tone: 'model',
    dashed: true,
    points: actual.map(({ x, y }, i) => ({ x, y: y * (i < 39 ? 1 : 1 - (i - 39) * 0.0024) })),
    band: actual.slice(39).map(({ x, y }, i) => ({
      x,
      low: y * (1 - i * 0.004),
      high: y * (1 + i * 0.001),
    })),
  },
];

export const gaps: Column[] = range(36).map((i) => ({
  from: i * 10,
  to: (i + 1) * 10,
  label: `${i * 10} to ${(i + 1) * 10} days`,
  value: Math.round(620 * Math.exp(-i / 8) + 20 * Math.exp(-((i - 27) ** 2) / 20)),
  marked: i < 20,
}));

export const frequency: Column[] = [1218, 439, 214, 130, 95, 65, 42, 154].map((value, i) => ({
  label: i === 7 ? '7+' : String(i),
  value,
  expected: value * (1 + (i % 3) * 0.03 - 0.02),
}));

const fall = noise(11);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const retention: HeatRow[] = range(13).map((i) => ({
  label: `${MONTHS[i % 12]} ${1997 + Math.floor(i / 12)}`,
  note: String(Math.round(900 - 60 * i + 80 * fall())),
  values: range(13).map((k) =>
    k + i > 12 ? null : k === 0 ? 1 : (0.16 - i * 0.004) * k ** -0.25 + 0.03 * (fall() - 0.5),
  ),
}));

const names = [
  'Champions',
  'Loyal',
  'Potential loyalists',
  'New',
  'Promising',
  'Need attention',
  'About to sleep',
  'At risk',
  'Can’t lose',
  'Hibernating',
];

/** The RF map of 5 by 5 scores. */
function segmentOf(r: number, f: number): number {
  if (r === 5 && f >= 4) return 1;
  if (r >= 3 && f >= 4) return 2;
  if (r >= 4 && f >= 2) return 3;
  if (r === 5) return 4;
  if (r === 4) return 5;
  if (r === 3 && f === 3) return 6;
  if (r === 3) return 7;
  if (f <= 2) return 10;
  return f <= 4 ? 8 : 9;
}

export const grid: GridCell[] = range(25).map((i) => {
  const [recency, frequency] = [Math.floor(i / 5) + 1, (i % 5) + 1];
  const segment = names[segmentOf(recency, frequency) - 1];
  const amount = 10 + ((recency * 37 + frequency * 53) % 190);
  return {
    r: recency,
    f: frequency,
    segment,
    amount,
    text: String(amount),
    name: `${segment}: ${amount}`,
    // The loyal are chosen, and some of those at risk.
    chosen: segment === 'Loyal' ? 1 : segment === 'At risk' ? 0.4 : 0,
  };
});

/** A segment's name and its place in the palette. */
export const segmentWords = (name: string) => ({ name, place: names.indexOf(name) + 1 });

export const states = names.map((label, i) => ({ label, place: i + 1 }));

const moves = noise(11);
/** Customers by segment then and now, most of them where they were. */
export const moved = range(100).map((at) => {
  const [then, now] = [Math.floor(at / 10), at % 10];
  return Math.round((then === now ? 160 : 40 / (1 + Math.abs(then - now))) * moves());
});

const shares = [117, 52, 21, 4, 3, 9, 6, 15, 11, 6];
export const segmentRevenue: Row[] = names.map((label, i) => ({
  label,
  value: shares[i] * 1000,
  tint: `segment-${i + 1}`,
}));

const sales = noise(3);
const monthStart = (i: number): number => Date.UTC(1997, i, 1) / 86_400_000;
export const revenueByMonth: TimeColumn[] = range(18).map((i) => ({
  from: monthStart(i),
  to: monthStart(i + 1),
  values: [9000 * Math.exp(-i / 6) + 500 * sales(), 6000 + 200 * i + 2500 * sales()],
}));

export const lorenz: LorenzPoint[] = range(101).map((i) => ({
  customers: i / 100,
  revenue: 1 - (1 - i / 100) ** 4.9,
}));

export const areas: Share[] = segmentRevenue.map((row, i) => ({
  label: row.label,
  value: row.value,
  note: `${shares[i]}K`,
  segment: i + 1,
}));

export const levers: Lever[] = [
  { label: 'Retention, one point less or more', low: 61_200, high: 84_900 },
  { label: 'Margin, 90% to 110% of today', low: 64_350, high: 78_650 },
  { label: 'Discount rate, 5% to 15% a year', low: 75_100, high: 68_400 },
  { label: 'Acquisition, 1% fewer or more', low: 70_900, high: 72_100 },
];

export const netSteps: WaterfallStep[] = [
  { label: 'Gross', value: 18_950, kind: 'total' },
  { label: 'Discounts', value: -2210, kind: 'change' },
  { label: 'Refunds', value: -1140, kind: 'change' },
  { label: 'Tax', value: -1480, kind: 'change' },
  { label: 'Shipping charged', value: 640, kind: 'change' },
  { label: 'Card fees', value: -612, kind: 'change' },
  { label: 'Net', value: 14_148, kind: 'total' },
];

const visits = noise(23);
export const orderTimes: TimelineEvent[] = range(14).map((i) => ({
  day: monthStart(0) + Math.round(i * 33 + 20 * visits()),
  amount: i === 9 ? -24 : 10 + 90 * visits() ** 2,
}));

/** Points of customers: days since the last order, orders; `count` of them. */
export function cloud(count: number): ScatterPoints {
  const draw = noise(5);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const group = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    x[i] = 540 * draw() ** 1.5;
    y[i] = 1 + 24 * (1 - x[i] / 600) * draw() ** 3;
    group[i] = x[i] > 204 ? 1 : 0;
  }
  return { x, y, group };
}

const middles = Array.from({ length: 20 }, (_, i) => (i + 0.5) / 20);

/** Value of a customer who brings 100 a year, over churn and margin: 100 x margin / churn. */
export const surface = {
  xs: middles,
  ys: middles,
  values: middles.map((margin) => middles.map((churn) => (100 * margin) / churn)),
};
