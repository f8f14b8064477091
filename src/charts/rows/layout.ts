import { figures_item } from '../../text/paraglide/messages';
import { edge } from '../edge';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop, Tint, Tone } from '../marks';
import type { Format } from '../plot';
import { fitText, textWidth } from '../text-width';

export interface Row {
  label: string;
  value: number;
  /** Interval of the value, drawn as a thin line. */
  low?: number;
  high?: number;
  /** Accent when absent; a segment's own tint otherwise. */
  tint?: Tone | `segment-${number}`;
  key?: string;
}

export interface RowsOptions {
  format: Format;
  /** Text at the end of the bar; `format` of the value when absent. */
  note?: (row: Row) => string;
  name?: (row: Row) => string;
}

const ROW = 30;
const STACKED_ROW = 42;
const BAR = 14;

/**
 * Level bars in the order given, each with its label before and its value behind it; on a narrow page the label
 * stands above its bar. The height follows from the number of rows.
 */
export function rowsLayout(rows: readonly Row[], width: number, options: RowsOptions): Drawing {
  const stacked = width < 480;
  const rowHeight = stacked ? STACKED_ROW : ROW;
  const labels = rows.map((row) => textWidth(row.label, LABEL_SIZE));
  const notes = rows.map((row) => options.note?.(row) ?? options.format(row.value) ?? '');
  const labelRoom = Math.min(width * 0.34, Math.max(0, ...labels));
  const left = stacked ? 0 : labelRoom + 12;
  const noteRoom = Math.max(0, ...notes.map((note) => textWidth(note, LABEL_SIZE))) + 10;
  const low = Math.min(0, ...rows.map((row) => row.low ?? row.value));
  const high = Math.max(0, ...rows.map((row) => row.high ?? row.value)) || 1;
  const room = Math.max(40, width - left - noteRoom);
  const at = (value: number): number => left + ((value - low) / (high - low)) * room;
  const marks: Mark[] = [];
  const stops: Stop[] = [];
  for (const [i, row] of rows.entries()) {
    const top = i * rowHeight;
    const barTop = stacked ? top + 20 : top + (ROW - BAR) / 2;
    const from = Math.min(at(0), at(row.value));
    const to = Math.max(at(0), at(row.value));
    const tint: Tint = row.tint ?? 'accent';
    marks.push({
      kind: 'text',
      x: stacked ? 0 : pixel(left - 12),
      y: stacked ? top + 14 : pixel(top + ROW / 2 + 4),
      text: stacked ? row.label : fitText(row.label, labelRoom, LABEL_SIZE),
      fill: 'ink',
      anchor: stacked ? 'start' : 'end',
    });
    marks.push({
      kind: 'rect',
      x: pixel(from),
      y: barTop,
      width: pixel(Math.max(1, to - from)),
      height: BAR,
      fill: tint,
      ...edge(tint),
    });
    let end = to;
    if (row.low !== undefined && row.high !== undefined) {
      end = Math.max(to, at(row.high));
      marks.push(...whisker(at(row.low), at(row.high), barTop + BAR / 2));
    }
    marks.push({
      kind: 'text',
      x: pixel(end + 8),
      y: barTop + BAR / 2 + 4,
      text: notes[i],
      fill: 'ink-muted',
      anchor: 'start',
    });
    stops.push({
      row: i,
      name: options.name?.(row) ?? figures_item({ name: row.label, value: notes[i] }),
      hit: { x: 0, y: top, width, height: rowHeight },
      x: pixel(to),
      y: barTop,
      shape: 'box',
      ...(row.key === undefined ? {} : { key: row.key }),
    });
  }
  // Stacked labels start where the bars do; a rule there would run through their letters.
  if (!stacked || low < 0)
    marks.push({
      kind: 'line',
      x1: pixel(at(0)),
      y1: 0,
      x2: pixel(at(0)),
      y2: rows.length * rowHeight,
      stroke: 'rule',
    });
  return { width, height: rows.length * rowHeight, marks, stops };
}

function whisker(low: number, high: number, y: number): Mark[] {
  const [from, to] = [pixel(low), pixel(high)];
  return [
    { kind: 'line', x1: from, y1: y, x2: to, y2: y, stroke: 'ink', strokeWidth: 1.5 },
    { kind: 'line', x1: from, y1: y - 3, x2: from, y2: y + 3, stroke: 'ink', strokeWidth: 1.5 },
    { kind: 'line', x1: to, y1: y - 3, x2: to, y2: y + 3, stroke: 'ink', strokeWidth: 1.5 },
  ];
}
