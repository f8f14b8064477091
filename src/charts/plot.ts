import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import { LABEL_SIZE, pixel } from './marks';
import type { Mark, Size } from './marks';
import { textWidth } from './text-width';
import { fittingTicks, numberTicks, timeTicks } from './ticks';
import type { Tick } from './ticks';

export type Format = (value: number) => string | null;

/** One axis of a plot. */
export interface AxisOptions {
  /** 'time' reads values as days since 1970-01-01; 'number' when absent. */
  kind?: 'number' | 'time';
  /** What the numbers are; shown small at the axis. */
  title?: string;
  /** How ticks read; needed for numbers. */
  format?: Format;
  /** First and last value; from the data when absent. */
  domain?: readonly [number, number];
}

export interface Plot {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Grid, axes and their words; drawn under the data. */
  marks: Mark[];
}

export interface PlotOptions {
  size: Size;
  x: AxisOptions & { domain: readonly [number, number] };
  y: AxisOptions & { domain: readonly [number, number]; format: Format };
  /** Space right of the plot for direct labels, px. */
  rightLabels?: number;
  /** Space above the plot for a key or column labels, px. */
  above?: number;
  /** The caller draws what is under the x axis. */
  noXTicks?: boolean;
}

/**
 * Two axes of a figure: few horizontal hairlines with their numbers left of them, ticks under a rule at the bottom,
 * the zero line in ink where zero lies inside.
 */
export function plot({ size, x, y, rightLabels = 0, above = 0, noXTicks }: PlotOptions): Plot {
  const titleTop = y.title ? 25 : 6;
  const top = titleTop + above;
  const bottom = size.height - (x.title ? 40 : 24);
  const yTicks = numberTicks(
    y.domain[0],
    y.domain[1],
    Math.max(2, Math.min(5, Math.floor((bottom - top) / 44))),
    y.format,
  );
  const widest = Math.max(0, ...yTicks.map((tick) => textWidth(tick.label, LABEL_SIZE)));
  const left = Math.ceil(widest) + 8;
  const right = size.width - Math.max(8, rightLabels);
  const xScale = scaleLinear([...x.domain], [left, right]);
  const yScale = scaleLinear([...y.domain], [bottom, top]);
  const marks: Mark[] = [];

  if (y.title)
    marks.push({ kind: 'text', x: 0, y: 11, text: y.title, fill: 'ink-muted', anchor: 'start' });
  for (const tick of yTicks) {
    const at = pixel(yScale(tick.value));
    if (tick.value !== 0 && at < bottom - 1)
      marks.push({ kind: 'line', x1: left, y1: at, x2: right, y2: at, stroke: 'hairline' });
    marks.push({
      kind: 'text',
      x: left - 8,
      y: pixel(at + 4),
      text: tick.label,
      fill: 'ink-muted',
      anchor: 'end',
    });
  }
  const zero = y.domain[0] < 0 && y.domain[1] > 0 ? pixel(yScale(0)) : bottom;
  marks.push({ kind: 'line', x1: left, y1: zero, x2: right, y2: zero, stroke: 'rule' });
  if (!noXTicks) marks.push(...xTicks(xTickValues(x, right - left), xScale, size.width, bottom));
  if (x.title)
    marks.push({
      kind: 'text',
      x: right,
      y: size.height - 4,
      text: x.title,
      fill: 'ink-muted',
      anchor: 'end',
    });
  return { x: xScale, y: yScale, left, right, top, bottom, marks };
}

function xTickValues(x: PlotOptions['x'], width: number): Tick[] {
  const [low, high] = x.domain;
  return x.kind === 'time'
    ? timeTicks(low, high, width)
    : fittingTicks(low, high, width, x.format ?? String);
}

/** Ticks under the x axis; a label that would leave the figure is pulled in, one that then has no room is left out. */
export function xTicks(
  ticks: readonly Tick[],
  scale: (value: number) => number,
  width: number,
  bottom: number,
): Mark[] {
  let taken = -Infinity;
  return ticks.flatMap((tick): Mark[] => {
    const at = pixel(scale(tick.value));
    const half = textWidth(tick.label, LABEL_SIZE) / 2;
    const middle = pixel(Math.min(width - half, Math.max(half, at)));
    const dash: Mark = {
      kind: 'line',
      x1: at,
      y1: bottom,
      x2: at,
      y2: bottom + 4,
      stroke: 'rule',
    };
    if (middle - half < taken) return [dash];
    taken = middle + half + 6;
    return [
      dash,
      {
        kind: 'text',
        x: middle,
        y: bottom + 18,
        text: tick.label,
        fill: 'ink-muted',
        anchor: 'middle',
      },
    ];
  });
}

/** A height within the frame: what the domain leaves out is cut there, not drawn over the axes. */
export function inside(y: number, frame: Plot): number {
  return Math.min(frame.bottom, Math.max(frame.top, y));
}
