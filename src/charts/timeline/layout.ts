import { date } from '../../text/format';
import { figures_item } from '../../text/paraglide/messages';
import { edge } from '../edge';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop } from '../marks';
import { xTicks } from '../plot';
import type { Format } from '../plot';
import { textWidth } from '../text-width';
import { timeTicks } from '../ticks';

export interface TimelineEvent {
  /** Days since 1970-01-01. */
  day: number;
  /** In units of the currency; refunds are negative and hang below the line. */
  amount: number;
}

export interface TimelineOptions {
  /** First day shown and the observation end. */
  domain: readonly [number, number];
  format: Format;
  /** When the next order is expected; drawn as far as the domain goes. */
  expected?: { from: number; to: number; label: string };
}

const UP = 62;
const DOWN = 26;
const TOP = 18;

/** One customer's orders along time: a stem per day, as tall as the money (square root, so small orders are seen). */
export function timelineLayout(
  events: readonly TimelineEvent[],
  width: number,
  options: TimelineOptions,
): Drawing {
  const [low, high] = options.domain;
  const left = 6;
  const right = width - 10;
  const refunds = events.some((event) => event.amount < 0);
  const zero = TOP + UP;
  const bottom = zero + (refunds ? DOWN : 0) + 4;
  const x = (day: number): number =>
    pixel(left + ((day - low) / Math.max(1, high - low)) * (right - left));
  const greatest = Math.max(...events.map((event) => Math.abs(event.amount)), 1e-9);
  const marks: Mark[] = [];
  const { expected } = options;
  if (expected && expected.from <= high && expected.to >= low) {
    const [from, to] = [x(Math.max(low, expected.from)), x(Math.min(high, expected.to))];
    marks.push({
      kind: 'rect',
      x: from,
      y: TOP,
      width: pixel(Math.max(2, to - from)),
      height: UP,
      fill: 'model-tint',
      ...edge('model-tint'),
    });
    const ends = from + textWidth(expected.label, LABEL_SIZE) > width;
    marks.push({
      kind: 'text',
      x: ends ? to : from,
      y: 12,
      text: expected.label,
      fill: 'model',
      anchor: ends ? 'end' : 'start',
    });
  }
  marks.push({ kind: 'line', x1: left, y1: zero, x2: right, y2: zero, stroke: 'rule' });
  marks.push(...xTicks(timeTicks(low, high, right - left), x, width, bottom));
  const stops: Stop[] = [];
  for (const event of events) {
    if (event.day < low || event.day > high) continue;
    const tall = Math.sqrt(Math.abs(event.amount) / greatest);
    const y = pixel(event.amount < 0 ? zero + tall * (DOWN - 4) : zero - tall * (UP - 6));
    const at = x(event.day);
    const stroke = event.amount < 0 ? 'bad' : 'accent';
    marks.push(
      { kind: 'line', x1: at, y1: zero, x2: at, y2: y, stroke, strokeWidth: 1.5 },
      { kind: 'dot', x: at, y, r: 3.5, fill: stroke, stroke: 'paper' },
    );
    stops.push({
      row: 0,
      name: figures_item({
        name: date(event.day) ?? '',
        value: options.format(event.amount) ?? '',
      }),
      hit: { x: at - 6, y: TOP, width: 12, height: bottom - TOP },
      x: at,
      y,
      shape: 'ring',
    });
  }
  return { width, height: bottom + 24, marks, stops };
}
