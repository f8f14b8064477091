import { figures_expected, figures_item } from '../../text/paraglide/messages';
import { edge } from '../edge';
import { guideMarks } from '../guides';
import type { Guide } from '../guides';
import { key } from '../key';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Size, Stop, Tint } from '../marks';
import { plot, xTicks } from '../plot';
import type { AxisOptions, Format, Plot } from '../plot';
import { textWidth } from '../text-width';
import { fittingTicks } from '../ticks';

export interface Column {
  /** Lower and upper edge of a histogram's bin; absent for plain categories. */
  from?: number;
  to?: number;
  /** Under the column; for a bin only in its name. */
  label: string;
  value: number;
  /** What the model or the benchmark expects here, drawn as a short bar across. */
  expected?: number | null;
  /** A column that the finding speaks of is full, the others are tints; all full when none is marked. */
  marked?: boolean;
}

export interface ColumnsOptions {
  /** Title of what is on the x axis; `format` reads bin edges. */
  x: Pick<AxisOptions, 'title' | 'format'>;
  y: AxisOptions & { format: Format };
  /** Names for the key when there are expected values. */
  names?: { value: string; expected: string };
  expectedTint?: 'model' | 'benchmark';
  guides?: readonly Guide[];
  /** Values above the columns, where they fit; instead of the y axis' numbers they are exact. */
  valueFormat?: Format;
  name?: (column: Column) => string;
}

/**
 * Upright bars: a histogram when every column has `from` and `to` (widths follow the bins, touching), otherwise
 * categories in the order given. Heights start at zero.
 */
export function columnsLayout(
  columns: readonly Column[],
  size: Size,
  options: ColumnsOptions,
): Drawing {
  const bins = columns.length > 0 && columns.every((c) => c.from !== undefined);
  const expected = options.expectedTint ?? 'model';
  const legend = key(
    options.names
      ? [
          { name: options.names.value, tint: 'accent', shape: 'box' },
          { name: options.names.expected, tint: expected, shape: 'tick' },
        ]
      : [],
    options.y.title ? 20 : 0,
    size.width,
  );
  const values = columns.flatMap((c) => [c.value, c.expected ?? 0]);
  const frame = plot({
    size,
    x: {
      ...options.x,
      domain: bins ? [columns[0].from!, columns[columns.length - 1].to!] : [0, columns.length],
    },
    y: {
      ...options.y,
      domain: options.y.domain ?? [Math.min(0, ...values), Math.max(0, ...values) || 1],
    },
    above: legend.height + (options.valueFormat ? 14 : 0),
    noXTicks: true,
  });
  const marks: Mark[] = [...frame.marks, ...legend.marks];
  const stops: Stop[] = [];
  const anyMarked = columns.some((c) => c.marked);
  const slots = columns.map((column, i) => slotOf(column, i, bins, frame));
  for (const [i, column] of columns.entries()) {
    const [x0, x1] = slots[i];
    const fill: Tint = anyMarked && !column.marked ? 'accent-tint' : 'accent';
    const zero = frame.y(0);
    const end = frame.y(column.value);
    marks.push({
      kind: 'rect',
      x: pixel(x0),
      y: pixel(Math.min(zero, end)),
      width: pixel(x1 - x0),
      height: pixel(Math.abs(zero - end)),
      fill,
      ...edge(fill),
    });
    if (column.expected !== undefined && column.expected !== null) {
      const y = pixel(frame.y(column.expected));
      const over = bins ? 0 : 3;
      marks.push({
        kind: 'line',
        x1: pixel(x0 - over),
        y1: y,
        x2: pixel(x1 + over),
        y2: y,
        stroke: expected,
        strokeWidth: 3,
      });
    }
    stops.push({
      row: 0,
      name: options.name?.(column) ?? nameOf(column, options.y.format),
      hit: {
        x: pixel(x0),
        y: frame.top,
        width: pixel(x1 - x0),
        height: pixel(frame.bottom - frame.top),
      },
      x: pixel((x0 + x1) / 2),
      y: pixel(Math.min(zero, end)),
      shape: 'box',
    });
  }
  marks.push(...valueMarks(columns, slots, frame, options.valueFormat));
  marks.push(...(bins ? binTicks(frame, size, options) : labelMarks(columns, slots, frame)));
  const guides = guideMarks(options.guides ?? [], frame);
  marks.push(...guides.lines, ...guides.labels);
  return { ...size, marks, stops };
}

function nameOf({ label, value, expected }: Column, format: Format): string {
  const shown = format(value) ?? '';
  return expected === undefined || expected === null
    ? figures_item({ name: label, value: shown })
    : figures_expected({ name: label, value: shown, expected: format(expected) ?? '' });
}

/** Left and right edge of a column, px; categories leave a third of their slot, at most 64 px wide. */
function slotOf(column: Column, i: number, bins: boolean, frame: Plot): [number, number] {
  if (bins) {
    const [left, right] = [frame.x(column.from!), frame.x(column.to!)];
    return right - left > 3 ? [left, right - 1] : [left, right];
  }
  const slot = frame.x(1) - frame.x(0);
  const width = Math.min(64, slot * 0.66);
  const middle = frame.x(i + 0.5);
  return [middle - width / 2, middle + width / 2];
}

function valueMarks(
  columns: readonly Column[],
  slots: readonly (readonly [number, number])[],
  frame: Plot,
  format: Format | undefined,
): Mark[] {
  if (!format) return [];
  const texts = columns.map((column) => format(column.value) ?? '');
  const slot = (frame.right - frame.left) / Math.max(1, columns.length);
  // All or none: a value missing over some columns would read as a zero.
  if (texts.some((text) => textWidth(text, LABEL_SIZE) + 4 > slot)) return [];
  return columns.map((column, i) => ({
    kind: 'text',
    x: pixel((slots[i][0] + slots[i][1]) / 2),
    y: pixel(frame.y(Math.max(column.value, column.expected ?? 0, 0)) - 6),
    text: texts[i],
    fill: 'ink',
    anchor: 'middle',
  }));
}

function binTicks(frame: Plot, size: Size, { x }: ColumnsOptions): Mark[] {
  const [low, high] = frame.x.domain();
  return xTicks(
    fittingTicks(low, high, frame.right - frame.left, x.format ?? String),
    frame.x,
    size.width,
    frame.bottom,
  );
}

/** Names under the columns; where they would touch, every second, third ... only. */
function labelMarks(
  columns: readonly Column[],
  slots: readonly (readonly [number, number])[],
  frame: Plot,
): Mark[] {
  const slot = (frame.right - frame.left) / Math.max(1, columns.length);
  const widest = Math.max(0, ...columns.map((column) => textWidth(column.label, LABEL_SIZE)));
  const every = Math.max(1, Math.ceil((widest + 8) / slot));
  return columns.flatMap((column, i): Mark[] =>
    i % every
      ? []
      : [
          {
            kind: 'text',
            x: pixel((slots[i][0] + slots[i][1]) / 2),
            y: frame.bottom + 18,
            text: column.label,
            fill: 'ink-muted',
            anchor: 'middle',
          },
        ],
  );
}
