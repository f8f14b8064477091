import { LABEL_SIZE, pixel } from './marks';
import type { Mark, Tone } from './marks';
import type { Plot } from './plot';
import { textWidth } from './text-width';

/** A line across the plot that the finding refers to: a threshold, the end of the calibration, an average. */
export interface Guide {
  /** At an x (upright) or at a y (level). */
  axis: 'x' | 'y';
  at: number;
  label: string;
  tone?: Tone;
}

/** The lines of guides go below the data, their labels above. */
export interface GuideMarks {
  lines: Mark[];
  labels: Mark[];
}

/** A curve as its corners, in px. */
export type Trace = readonly { x: number; y: number }[];

/** The corners of a curve through some points in px; of a stepped one, those of its steps too. */
export function traceOf(points: Trace, stepped = false): Trace {
  if (!stepped) return points;
  return points.flatMap((point, i) =>
    i === 0 ? [point] : [{ x: point.x, y: points[i - 1].y }, point],
  );
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const LINE = 15;
/** From a label's baseline up to the top of its letters. */
const ASCENT = 11;
/** Steps in which a label moves along a level guide in search of room, px. */
const STEP = 12;
/** Room between a label and what it must not touch, px. */
const APART = 3;

/**
 * Guides with their labels, each where neither a curve nor another label is: that of an upright guide beside it,
 * turned inwards at the right edge, as high as can be; that of a level one as far right as can be. Where no
 * place is free, a label covers what is there.
 */
export function guideMarks(
  guides: readonly Guide[],
  plot: Plot,
  traces: readonly Trace[] = [],
): GuideMarks {
  const lines: Mark[] = [];
  const labels: Mark[] = [];
  const taken: Box[] = [];
  const free = (box: Box) =>
    !taken.some((other) => overlap(box, other)) && !traces.some((trace) => crosses(trace, box));
  for (const guide of guides) {
    const fill = guide.tone ?? 'ink-muted';
    const width = textWidth(guide.label, LABEL_SIZE);
    const level = guide.axis === 'y';
    const at = pixel(level ? plot.y(guide.at) : plot.x(guide.at));
    const [low, high] = level ? [plot.top, plot.bottom] : [plot.left, plot.right];
    if (at < low - 0.5 || at > high + 0.5) continue;
    const ends = level
      ? { x1: plot.left, y1: at, x2: plot.right, y2: at }
      : { x1: at, y1: plot.top, x2: at, y2: plot.bottom };
    lines.push({ kind: 'line', ...ends, stroke: fill, dashed: true });
    const places = level ? placesOnLevel(at, width, plot) : placesBeside(at, width, plot);
    const place = places.find((one) => free(boxOf(one, width))) ?? places[0];
    taken.push(boxOf(place, width));
    labels.push({ kind: 'text', ...place, text: guide.label, fill, halo: true });
  }
  return { lines, labels };
}

/** Where a label may stand: its baseline, and the end of it that `x` is. */
interface Place {
  x: number;
  y: number;
  anchor: 'start' | 'end';
}

/** Above the guide from the right end on, then below it, then a line or two further away. */
function placesOnLevel(y: number, width: number, plot: Plot): Place[] {
  const baselines = [0, 1, 2]
    .flatMap((away) => [y - 5 - away * LINE, y + (away + 1) * LINE])
    .filter((baseline) => baseline - ASCENT >= plot.top && baseline <= plot.bottom);
  const places: Place[] = [];
  for (const baseline of baselines.length > 0 ? baselines : [y + LINE])
    for (let x = plot.right; x === plot.right || x - width >= plot.left; x -= STEP)
      places.push({ x, y: pixel(baseline), anchor: 'end' });
  return places;
}

/** Line below line from the top of the plot on. */
function placesBeside(x: number, width: number, plot: Plot): Place[] {
  const inwards = x + 6 + width > plot.right && x - 6 - width > plot.left;
  const places: Place[] = [];
  for (let y = plot.top + ASCENT; places.length === 0 || y <= plot.bottom - APART; y += LINE)
    places.push({
      x: pixel(inwards ? x - 6 : x + 6),
      y: pixel(y),
      anchor: inwards ? 'end' : 'start',
    });
  return places;
}

function boxOf({ x, y, anchor }: Place, width: number): Box {
  const left = anchor === 'end' ? x - width : x;
  return {
    left: left - APART,
    right: left + width + APART,
    top: y - ASCENT + 1,
    bottom: y + APART,
  };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    one.right > other.left &&
    one.top < other.bottom &&
    one.bottom > other.top
  );
}

/** Whether a curve passes through a box. */
function crosses(trace: Trace, box: Box): boolean {
  return trace.some((end, i) => {
    const start = trace[Math.max(0, i - 1)];
    const [from, to] = start.x <= end.x ? [start, end] : [end, start];
    if (to.x < box.left || from.x > box.right) return false;
    const slope = to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
    const enters = from.y + slope * (Math.max(from.x, box.left) - from.x);
    const leaves = to.x > from.x ? from.y + slope * (Math.min(to.x, box.right) - from.x) : to.y;
    return Math.max(enters, leaves) > box.top && Math.min(enters, leaves) < box.bottom;
  });
}
