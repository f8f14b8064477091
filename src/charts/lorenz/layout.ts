import { line } from 'd3-shape';
import { percent } from '../../text/format';
import { figures_equal, figures_point } from '../../text/paraglide/messages';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop } from '../marks';
import { plot } from '../plot';
import { textWidth } from '../text-width';

export interface LorenzPoint {
  /** Share of customers from the best down, 0 to 1. */
  customers: number;
  /** Their share of revenue. */
  revenue: number;
}

export interface LorenzOptions {
  customersTitle: string;
  revenueTitle: string;
  /** The place the finding speaks of: the top 20%. */
  marked?: { customers: number; revenue: number; label: string };
}

const MAX = 460;
const percents = (value: number): string | null => percent(value, 0);

/** Baseline of the marked place's words, px under it. */
const MARKED_BELOW = 18;

/** Concentration of revenue: how much the best share of customers brings, against equal shares. Square. */
export function lorenzLayout(
  points: readonly LorenzPoint[],
  width: number,
  options: LorenzOptions,
): Drawing {
  const size = { width: Math.min(width, MAX), height: Math.min(width, MAX) };
  const frame = plot({
    size,
    x: { title: options.customersTitle, format: percents, domain: [0, 1] },
    y: { title: options.revenueTitle, format: percents, domain: [0, 1] },
  });
  const at = (point: LorenzPoint): [number, number] => [
    pixel(frame.x(point.customers)),
    pixel(frame.y(point.revenue)),
  ];
  const d = line<LorenzPoint>(
    (point) => at(point)[0],
    (point) => at(point)[1],
  ).digits(2)(points);
  // Half way up, unless what is marked has its words there.
  const wordsAt = options.marked ? at(options.marked)[1] + MARKED_BELOW : -Infinity;
  const equal = Math.abs(frame.y(0.5) - wordsAt) < 2 * LABEL_SIZE ? 0.25 : 0.5;
  const marks: Mark[] = [
    ...frame.marks,
    {
      kind: 'line',
      x1: frame.left,
      y1: frame.bottom,
      x2: frame.right,
      y2: frame.top,
      stroke: 'benchmark',
      dashed: true,
    },
    {
      kind: 'text',
      x: pixel(frame.x(equal + 0.12)),
      y: pixel(frame.y(equal)),
      text: figures_equal(),
      fill: 'benchmark',
      anchor: 'start',
      halo: true,
    },
  ];
  if (d) marks.push({ kind: 'path', d, fill: 'none', stroke: 'accent', strokeWidth: 2 });
  if (options.marked) {
    const [x, y] = at(options.marked);
    marks.push(
      { kind: 'line', x1: x, y1: y, x2: x, y2: frame.bottom, stroke: 'accent', dashed: true },
      { kind: 'line', x1: frame.left, y1: y, x2: x, y2: y, stroke: 'accent', dashed: true },
      { kind: 'dot', x, y, r: 5, fill: 'accent', stroke: 'paper' },
      {
        kind: 'text',
        x: pixel(Math.min(x + 10, frame.right - textWidth(options.marked.label, LABEL_SIZE, true))),
        y: pixel(y + MARKED_BELOW),
        text: options.marked.label,
        fill: 'accent',
        anchor: 'start',
        strong: true,
        halo: true,
      },
    );
  }
  return { ...size, marks, stops: stopsOf(points, at, options, frame.top, frame.bottom) };
}

function stopsOf(
  points: readonly LorenzPoint[],
  at: (point: LorenzPoint) => [number, number],
  options: LorenzOptions,
  top: number,
  bottom: number,
): Stop[] {
  return points.map((point, i): Stop => {
    const [x, y] = at(point);
    const from = i === 0 ? x : (at(points[i - 1])[0] + x) / 2;
    const to = i === points.length - 1 ? x : (at(points[i + 1])[0] + x) / 2;
    return {
      row: 0,
      name: figures_point({
        series: options.customersTitle,
        x: percent(point.customers) ?? '',
        y: percent(point.revenue) ?? '',
      }),
      hit: { x: pixel(from), y: top, width: pixel(to - from), height: pixel(bottom - top) },
      x,
      y,
      shape: 'ring',
    };
  });
}
