import { areaLayout } from '../../src/charts/area/layout';
import { columnsLayout } from '../../src/charts/columns/layout';
import { contourLayout } from '../../src/charts/contour/layout';
import { curveLayout } from '../../src/charts/curve/layout';
import { flowLayout } from '../../src/charts/flow/layout';
import { groupCurvesLayout } from '../../src/charts/group-curves/layout';
import { heatMapLayout } from '../../src/charts/heat-map/layout';
import { linesLayout } from '../../src/charts/lines/layout';
import { lorenzLayout } from '../../src/charts/lorenz/layout';
import type { Drawing } from '../../src/charts/marks';
import { matrixLayout } from '../../src/charts/matrix/layout';
import { rowsLayout } from '../../src/charts/rows/layout';
import { scatterLayout } from '../../src/charts/scatter/layout';
import { segmentGridLayout } from '../../src/charts/segment-grid/layout';
import { sparkLayout } from '../../src/charts/spark/layout';
import { timeColumnsLayout } from '../../src/charts/time-columns/layout';
import { timelineLayout } from '../../src/charts/timeline/layout';
import { tornadoLayout } from '../../src/charts/tornado/layout';
import { waterfallLayout } from '../../src/charts/waterfall/layout';
import { compact, compactMoney, integer, money, percent, wholeMoney } from '../../src/text/format';
import * as shop from './gallery/shop';

const dollars = (value: number): string | null => compactMoney(value, 'USD');
const whole = (value: number): string | null => percent(value, 0);

/** Every layout of the invented shop at a width; on a phone a figure is 350 px wide, on a desk 580 or 1,150. */
export const drawings: Record<string, (width: number) => Drawing> = {
  lifespan: (width) =>
    linesLayout(
      [{ name: 'Lifespan', tone: 'accent', points: shop.reciprocal }],
      { width, height: 280 },
      {
        x: { title: 'Churn a year', format: whole },
        y: { title: 'Years', format: compact, domain: [0, 25] },
        markers: [
          { x: 0.1, y: 10, label: 'before, 10 years', tone: 'accent' },
          { x: 0.05, y: 20, label: 'after, 20 years', tone: 'model' },
        ],
        labels: 'none',
      },
    ),
  survival: (width) =>
    linesLayout(
      shop.survival,
      { width, height: 280 },
      {
        x: { title: 'Days since the first order', format: compact },
        y: { title: 'Still active', format: whole, domain: [0, 1] },
        guides: [{ axis: 'x', at: 204, label: 'median 204 days' }],
      },
    ),
  tracking: (width) =>
    linesLayout(
      shop.tracking,
      { width, height: 280 },
      {
        x: { kind: 'time' },
        y: { title: 'Repeat purchases', format: compact },
        guides: [{ axis: 'x', at: 10_135, label: 'fitted until here' }],
      },
    ),
  gaps: (width) =>
    columnsLayout(
      shop.gaps,
      { width, height: 280 },
      {
        x: { title: 'Days between orders', format: compact },
        y: { title: 'Gaps', format: compact },
        guides: [{ axis: 'x', at: 204, label: 'churn threshold, 204 days' }],
      },
    ),
  frequency: (width) =>
    columnsLayout(
      shop.frequency,
      { width, height: 280 },
      {
        x: { title: 'Repeat purchases' },
        y: { title: 'Customers', format: compact },
        names: { value: 'Actual', expected: 'Expected by BG/NBD' },
        valueFormat: integer,
      },
    ),
  retention: (width) =>
    heatMapLayout(shop.retention, width, {
      columns: shop.retention.map((_, i) => String(i)),
      rowTitle: 'First order',
      noteTitle: 'Customers',
      columnTitle: 'Months since',
      format: percent,
      cellFormat: whole,
      skip: [0],
    }),
  'survival-groups': (width) =>
    groupCurvesLayout(
      [
        { name: 'Premium', tint: 'segment-1', stepped: true, points: shop.survivalOf(0.93) },
        { name: 'Basic', tint: 'segment-10', stepped: true, points: shop.survivalOf(0.82) },
        {
          name: 'Basic, sBG',
          tint: 'segment-10',
          dashed: true,
          points: shop.survivalOf(0.82).map(({ x, y }) => ({ x, y: 0.9 * y + 0.02 })),
        },
        { name: 'of context', tint: 'ink-muted', faint: true, points: shop.survivalOf(0.9) },
      ],
      { width, height: 280 },
      {
        x: { title: 'Days since the start of the contract', format: compact },
        y: { title: 'Still there', format: whole, domain: [0, 1] },
        guides: [{ axis: 'x', at: 90, label: 'median 90 days' }],
      },
    ),
  'survival-alone': (width) =>
    groupCurvesLayout(
      [
        { name: 'Everyone', tint: 'accent', stepped: true, points: shop.survivalOf(0.88) },
        {
          name: 'observed',
          tint: 'model',
          dots: true,
          loose: true,
          faint: true,
          points: shop.survivalOf(0.88).slice(0, 8),
        },
      ],
      { width, height: 280 },
      {
        x: { title: 'Renewals', format: integer },
        y: { title: 'Still there', format: whole, domain: [0, 1] },
      },
    ),
  rhythm: (width) =>
    heatMapLayout(
      ['Mon', 'Tue', 'Wed'].map((label, i) => ({
        label,
        key: String(i),
        marked: i === 1,
        values: shop.retention[0].values.slice(0, 7),
      })),
      width,
      {
        columns: ['0', '1', '2', '3', '4', '5', '6'],
        columnTitle: 'Hour',
        format: percent,
        cellFormat: whole,
        scale: { low: 'less', high: 'more' },
      },
    ),
  segments: (width) =>
    segmentGridLayout(shop.grid, width, {
      bins: 5,
      recencyTitle: 'More recent',
      frequencyTitle: 'More often',
      words: shop.segmentWords,
    }),
  migration: (width) =>
    matrixLayout(shop.states, shop.moved, width, {
      rowTitle: 'Then',
      columnTitle: 'Now',
      format: integer,
      name: (row, column) => `${shop.states[row].label} to ${shop.states[column].label}`,
      chosen: { rows: [0], column: null },
    }),
  flow: (width) =>
    flowLayout(
      shop.states,
      shop.moved.map((value, at) => ({
        from: Math.floor(at / 10),
        to: at % 10,
        value,
        name: `${shop.states[Math.floor(at / 10)].label} to ${shop.states[at % 10].label}: ${value}`,
      })),
      { width, height: 440 },
      { leftTitle: 'Then', rightTitle: 'Now', format: integer, from: [0] },
    ),
  revenue: (width) => rowsLayout(shop.segmentRevenue, width, { format: dollars }),
  months: (width) =>
    timeColumnsLayout(
      shop.revenueByMonth,
      { width, height: 280 },
      {
        mode: 'stacked',
        parts: [
          { name: 'New', tint: 'benchmark' },
          { name: 'Returning', tint: 'accent' },
        ],
        y: { title: 'Net revenue', format: dollars },
      },
    ),
  lorenz: (width) =>
    lorenzLayout(shop.lorenz, width, {
      customersTitle: 'Customers, best first',
      revenueTitle: 'Revenue',
      marked: { customers: 0.2, revenue: 1 - 0.8 ** 4.9, label: '20% bring 67%' },
    }),
  area: (width) =>
    areaLayout(
      shop.areas.map((share, i) => ({ ...share, chosen: i === 1 })),
      { width, height: 320 },
    ),
  curve: (width) =>
    curveLayout(
      [
        { name: 'Not discounted', tone: 'benchmark', points: shop.reciprocal },
        {
          name: 'Discounted',
          tone: 'accent',
          points: shop.reciprocal.map(({ x }) => ({ x, y: 1.1 / (0.1 + x) })),
        },
      ],
      { width, height: 280 },
      {
        x: { domain: [0, 1], title: 'Churn a year', format: whole },
        y: { domain: [0, 12], title: 'Years', format: compact },
        handles: [
          { key: 'before', name: 'Before', x: 0.5, y: 1.1 / 0.6, label: '50%', tone: 'benchmark' },
          { key: 'after', name: 'After', x: 0.1, y: 5.5, label: '10%', tone: 'accent' },
        ],
      },
    ),
  contour: (width) =>
    contourLayout(
      shop.surface,
      { width, height: 400 },
      {
        x: { domain: [0, 1], title: 'Churn a year', format: whole },
        y: { domain: [0, 1], title: 'Margin', format: whole },
        format: dollars,
        now: { x: 0.3, y: 0.5, value: 500 / 3, label: 'today' },
        lookedAt: 'x',
      },
    ),
  tornado: (width) =>
    tornadoLayout(shop.levers, width, {
      base: 71_500,
      baseLabel: 'today $71.5K',
      format: dollars,
    }),
  waterfall: (width) =>
    waterfallLayout(shop.netSteps, width, { format: (value) => wholeMoney(value, 'USD') }),
  scatter: (width) =>
    scatterLayout(
      shop.cloud(500),
      { width, height: 280 },
      {
        x: { title: 'Days since the last order', format: compact },
        y: { title: 'Orders', format: integer },
        guides: [{ axis: 'x', at: 204, label: 'threshold' }],
      },
    ),
  timeline: (width) =>
    timelineLayout(shop.orderTimes, width, {
      domain: [9862, 10_407],
      format: (value) => money(value, 'USD'),
      expected: { from: 10_365, to: 10_395, label: 'next order expected' },
    }),
  spark: () =>
    sparkLayout(
      shop.tracking[0].points.map((point) => point.y ?? 0),
      { width: 120, height: 32 },
    ),
};
