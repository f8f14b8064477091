import { figures_item } from '../../text/paraglide/messages';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop } from '../marks';
import type { Format } from '../plot';
import { fitText, textWidth } from '../text-width';

export interface WaterfallStep {
  label: string;
  /** Of a change what is added or taken off; of a total the sum that stands there. */
  value: number;
  kind: 'total' | 'change';
}

const ROW = 30;
const STACKED_ROW = 42;
const BAR = 14;

/**
 * From gross to net, step by step down the page: totals from zero, changes hanging where the sum stood, joined by
 * hairlines.
 */
export function waterfallLayout(
  steps: readonly WaterfallStep[],
  width: number,
  { format }: { format: Format },
): Drawing {
  const stacked = width < 480;
  const rowHeight = stacked ? STACKED_ROW : ROW;
  const spans = spansOf(steps);
  const [low, high] = [Math.min(0, ...spans.flat()), Math.max(0, ...spans.flat()) || 1];
  const notes = steps.map((step) => format(step.value) ?? '');
  const noteRoom = Math.max(0, ...notes.map((note) => textWidth(note, LABEL_SIZE, true))) + 10;
  const labelRoom = Math.max(0, ...steps.map((step) => textWidth(step.label, LABEL_SIZE))) + 12;
  const left = stacked ? 0 : Math.min(width * 0.34, labelRoom);
  const room = Math.max(40, width - left - noteRoom);
  const at = (value: number): number => pixel(left + ((value - low) / (high - low)) * room);
  const marks: Mark[] = [];
  const stops: Stop[] = [];
  for (const [i, step] of steps.entries()) {
    const [from, to] = spans[i];
    const top = i * rowHeight;
    const y = stacked ? top + 20 : top + (ROW - BAR) / 2;
    const [x0, x1] = [at(Math.min(from, to)), at(Math.max(from, to))];
    const total = step.kind === 'total';
    marks.push({
      kind: 'text',
      x: stacked ? 0 : pixel(left - 12),
      y: stacked ? top + 14 : top + ROW / 2 + 4,
      text: fitText(step.label, stacked ? width : left - 12, LABEL_SIZE, total),
      fill: 'ink',
      anchor: stacked ? 'start' : 'end',
      strong: total,
    });
    marks.push({
      kind: 'rect',
      x: x0,
      y,
      width: Math.max(1, pixel(x1 - x0)),
      height: BAR,
      fill: total ? 'accent' : step.value < 0 ? 'model' : 'benchmark',
    });
    marks.push({
      kind: 'text',
      x: pixel(x1 + 8),
      y: y + BAR / 2 + 4,
      text: notes[i],
      fill: total ? 'ink' : 'ink-muted',
      anchor: 'start',
      strong: total,
      halo: true,
    });
    if (i + 1 < steps.length)
      marks.push({
        kind: 'line',
        x1: at(to),
        y1: y + BAR,
        x2: at(to),
        y2: y + rowHeight,
        stroke: 'rule',
      });
    stops.push({
      row: i,
      name: figures_item({ name: step.label, value: notes[i] }),
      hit: { x: 0, y: top, width, height: rowHeight },
      x: x1,
      y,
      shape: 'box',
    });
  }
  return { width, height: steps.length * rowHeight, marks, stops };
}

/** From where to where each bar goes; a total starts anew from zero. */
function spansOf(steps: readonly WaterfallStep[]): [number, number][] {
  let sum = 0;
  return steps.map((step): [number, number] => {
    const from = step.kind === 'total' ? 0 : sum;
    sum = from + step.value;
    return [from, sum];
  });
}
