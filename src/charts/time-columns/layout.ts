import { figures_point } from '../../text/paraglide/messages';
import { month } from '../../text/format';
import { guideMarks } from '../guides';
import type { Guide } from '../guides';
import { key } from '../key';
import { pixel } from '../marks';
import type { Drawing, Mark, Size, Stop, Tint } from '../marks';
import { plot } from '../plot';
import type { AxisOptions, Format } from '../plot';

export interface TimeColumn {
  /** First day of the period and of the next, days since 1970-01-01. */
  from: number;
  to: number;
  /** One per part, none negative. */
  values: readonly number[];
}

export interface TimeColumnsOptions {
  /** Parts in the order of values, the lowest first. */
  parts: readonly { name: string; tint: Tint }[];
  /** On top of each other, or side by side. */
  mode: 'stacked' | 'paired';
  y: AxisOptions & { format: Format };
  /** How a period is named; its month when absent. */
  period?: (column: TimeColumn) => string;
  guides?: readonly Guide[];
}

/** Columns over time in two or more parts: revenue from new and from returning customers. */
export function timeColumnsLayout(
  columns: readonly TimeColumn[],
  size: Size,
  options: TimeColumnsOptions,
): Drawing {
  const { parts, mode } = options;
  const legend = key(
    parts.map(({ name, tint }) => ({ name, tint, shape: 'box' })),
    options.y.title ? 20 : 0,
    size.width,
  );
  const tops = columns.map(({ values }) =>
    mode === 'stacked' ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values),
  );
  const frame = plot({
    size,
    x: {
      kind: 'time',
      domain: columns.length ? [columns[0].from, columns[columns.length - 1].to] : [0, 1],
    },
    y: { ...options.y, domain: options.y.domain ?? [0, Math.max(0, ...tops) || 1] },
    above: legend.height,
  });
  const marks: Mark[] = [...frame.marks, ...legend.marks];
  const stops: Stop[] = [];
  for (const column of columns) {
    const [left, right] = [frame.x(column.from), frame.x(column.to)];
    const gap = Math.min(6, (right - left) * 0.15);
    const room = right - left - gap;
    const named = options.period?.(column) ?? month(column.from) ?? '';
    let base = 0;
    for (const [p, part] of parts.entries()) {
      const value = column.values[p] ?? 0;
      const lower = mode === 'stacked' ? base : 0;
      base += value;
      const [y0, y1] = [frame.y(lower), frame.y(lower + value)];
      const wide = mode === 'stacked' ? room : room / parts.length;
      const x = left + gap / 2 + (mode === 'stacked' ? 0 : p * wide);
      marks.push({
        kind: 'rect',
        x: pixel(x),
        y: pixel(y1),
        width: pixel(Math.max(0.5, wide)),
        height: pixel(y0 - y1),
        fill: part.tint,
      });
      stops.push({
        row: parts.length - p,
        name: figures_point({
          series: part.name,
          x: named,
          y: options.y.format(value) ?? '',
        }),
        hit: {
          x: pixel(x),
          y: pixel(Math.min(y1, y0 - 8)),
          width: pixel(wide),
          height: pixel(Math.max(8, y0 - y1)),
        },
        x: pixel(x + wide / 2),
        y: pixel(y1),
        shape: 'box',
      });
    }
  }
  const guides = guideMarks(options.guides ?? [], frame);
  marks.push(...guides.lines, ...guides.labels);
  return { ...size, marks, stops };
}
