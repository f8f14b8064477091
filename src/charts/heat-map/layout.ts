import { figures_cell } from '../../text/paraglide/messages';
import { HEAT_STEPS, heatStep, heatTints } from '../heat-steps';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop } from '../marks';
import type { Format } from '../plot';
import { textWidth } from '../text-width';

export interface HeatRow {
  label: string;
  /** A number beside the label, such as the size of the cohort. */
  note?: string;
  /** One per column: null where the data cannot say yet (an unfinished period), left blank. */
  values: readonly (number | null)[];
  /** Given back when one of its cells is chosen. */
  key?: string;
  /** Outlined: the row is part of the selection. */
  marked?: boolean;
}

export interface HeatMapOptions {
  columns: readonly string[];
  /** Words over the row labels, the notes and the columns. */
  rowTitle?: string;
  noteTitle?: string;
  columnTitle?: string;
  format: Format;
  /** In the cells; `format` when absent. Left out where the cells are too small for all of them. */
  cellFormat?: Format;
  /** Values of the first and last step; the data's when absent. */
  domain?: readonly [number, number];
  /** Columns off the scale, such as period 0 with its 100%. */
  skip?: readonly number[];
  name?: (row: HeatRow, column: string, value: number) => string;
  /** Words for the ends of the scale, which is then drawn with its values: over the columns, or below them without room. */
  scale?: { low: string; high: string };
  /** Width that is seen without scrolling, in which the scale must find its room; all of it when absent. */
  seen?: number;
}

const HEAD = 40;
const MIN_CELL = 9;
const MAX_CELL = 64;
const SWATCH = 14;

/**
 * A grid of values as steps of one scale: retention triangle (rows = cohorts), segment migration, weekday by month.
 * The height follows from the number of rows; blank cells are cells the data cannot fill.
 */
export function heatMapLayout(
  rows: readonly HeatRow[],
  width: number,
  options: HeatMapOptions,
): Drawing {
  const { columns } = options;
  const labelRoom = widest([...rows.map((row) => row.label), options.rowTitle ?? '']) + 10;
  const notes = [...rows.map((row) => row.note ?? ''), options.noteTitle ?? ''];
  const noteRoom = rows.some((row) => row.note !== undefined) ? widest(notes) + 12 : 0;
  const left = Math.ceil(labelRoom + noteRoom);
  const cell = Math.min(MAX_CELL, Math.max(MIN_CELL, (width - left) / columns.length));
  const height = Math.max(16, Math.min(28, cell));
  const [low, high] = options.domain ?? scaleOf(rows, options.skip ?? []);
  const words = options.cellFormat ?? options.format;
  const written = rows.every((row) =>
    row.values.every(
      (value) => value === null || textWidth(words(value) ?? '', LABEL_SIZE - 1) + 6 <= cell,
    ),
  );
  const marks: Mark[] = headMarks(options, left, labelRoom, cell);
  const stops: Stop[] = [];
  for (const [r, row] of rows.entries()) {
    const y = HEAD + r * height;
    marks.push(text(0, y + height / 2 + 4, row.label, 'ink'));
    if (row.note !== undefined)
      marks.push({
        ...text(left - 10, y + height / 2 + 4, row.note, 'ink-muted'),
        anchor: 'end',
      });
    for (const [c, value] of row.values.entries()) {
      if (value === null || c >= columns.length) continue;
      const x = left + c * cell;
      const { fill, ink } = options.skip?.includes(c)
        ? ({ fill: 'paper-sunk', ink: 'ink-muted' } as const)
        : heatTints(heatStep(value, low, high));
      const box = {
        x: pixel(x),
        y: pixel(y),
        width: pixel(cell - 1),
        height: pixel(height - 1),
      };
      marks.push({ kind: 'rect', ...box, fill });
      const shown = words(value);
      if (written && shown !== null)
        marks.push({
          kind: 'text',
          x: pixel(x + (cell - 1) / 2),
          y: pixel(y + height / 2 + 3.5),
          text: shown,
          fill: ink,
          anchor: 'middle',
          size: LABEL_SIZE - 1,
        });
      stops.push({
        row: r,
        name:
          options.name?.(row, columns[c], value) ??
          figures_cell({
            row: row.label,
            column: columns[c],
            value: options.format(value) ?? '',
          }),
        hit: box,
        x: pixel(x + cell / 2),
        y: pixel(y),
        shape: 'box',
        ...(row.key === undefined ? {} : { key: row.key }),
      });
    }
    if (row.marked)
      marks.push({
        kind: 'rect',
        x: pixel(left - 1),
        y: pixel(y - 1),
        width: pixel(cell * (row.values.findLastIndex((value) => value !== null) + 1) + 1),
        height: pixel(height + 1),
        fill: 'none',
        stroke: 'ink',
      });
  }
  const whole = Math.max(width, Math.ceil(left + cell * columns.length));
  const foot = HEAD + rows.length * height;
  const { scale, columnTitle } = options;
  if (!scale) return { width: whole, height: foot + 4, marks, stops };
  const before = `${scale.low} ${options.format(low) ?? ''}`.trim();
  const after = `${options.format(high) ?? ''} ${scale.high}`.trim();
  const aside = left + (columnTitle ? textWidth(columnTitle, LABEL_SIZE) + 32 : 0);
  const room = Math.min(whole, options.seen ?? whole);
  const fits = scaleEnd(aside, before) + textWidth(after, LABEL_SIZE) <= room;
  marks.push(...scaleMarks(before, after, fits ? aside : 0, fits ? HEAD - 26 : foot + 20));
  return { width: whole, height: foot + (fits ? 4 : 28), marks, stops };
}

/** Room between the scale and the values at its ends. */
const SCALE_GAP = 8;

/** Where the first step of a scale begins, behind the value before it. */
function scaleStart(x: number, before: string): number {
  return Math.ceil(x + textWidth(before, LABEL_SIZE)) + SCALE_GAP;
}

/** Where the value behind the last step begins. */
function scaleEnd(x: number, before: string): number {
  return scaleStart(x, before) + HEAT_STEPS * SWATCH + SCALE_GAP;
}

/** The steps of the scale side by side, with the value at each end; `y` is the line its words stand on. */
function scaleMarks(before: string, after: string, x: number, y: number): Mark[] {
  const start = scaleStart(x, before);
  return [
    text(x, y, before, 'ink-muted'),
    ...Array.from({ length: HEAT_STEPS }, (_, step): Mark => ({
      kind: 'rect',
      x: start + step * SWATCH,
      y: y - 10,
      width: SWATCH - 1,
      height: 11,
      fill: heatTints(step).fill,
    })),
    text(scaleEnd(x, before), y, after, 'ink-muted'),
  ];
}

function scaleOf(rows: readonly HeatRow[], skip: readonly number[]): [number, number] {
  let [low, high] = [0, 0];
  for (const row of rows)
    for (const [c, value] of row.values.entries())
      if (value !== null && !skip.includes(c))
        [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

function headMarks(options: HeatMapOptions, left: number, labelRoom: number, cell: number): Mark[] {
  const marks: Mark[] = [];
  if (options.rowTitle) marks.push(text(0, HEAD - 8, options.rowTitle, 'ink-muted'));
  if (options.noteTitle)
    marks.push({ ...text(left - 10, HEAD - 8, options.noteTitle, 'ink-muted'), anchor: 'end' });
  if (options.columnTitle) marks.push(text(left, HEAD - 26, options.columnTitle, 'ink-muted'));
  const every = Math.max(1, Math.ceil((widest(options.columns) + 6) / cell));
  for (const [c, column] of options.columns.entries())
    if (c % every === 0)
      marks.push({
        ...text(left + c * cell + (cell - 1) / 2, HEAD - 8, column, 'ink-muted'),
        anchor: 'middle',
      });
  marks.push({
    kind: 'line',
    x1: 0,
    y1: HEAD - 2.5,
    x2: pixel(left + cell * options.columns.length),
    y2: HEAD - 2.5,
    stroke: 'hairline',
  });
  return labelRoom > 0 ? marks : [];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((one) => textWidth(one, LABEL_SIZE)));
}

function text(x: number, y: number, words: string, fill: 'ink' | 'ink-muted') {
  return {
    kind: 'text' as const,
    x: pixel(x),
    y: pixel(y),
    text: words,
    fill,
    anchor: 'start' as const,
  };
}
