import { figures_cell, figures_scatter_more } from '../../text/paraglide/messages';
import { integer } from '../../text/format';
import { guideMarks } from '../guides';
import type { Guide } from '../guides';
import { pixel } from '../marks';
import type { Drawing, Size, Stop, Tint } from '../marks';
import { plot } from '../plot';
import type { AxisOptions, Format } from '../plot';

export interface ScatterPoints {
  /** One per point, both of one length. */
  x: Float32Array;
  y: Float32Array;
  /** Index into `tints` of the options per point; all the first when absent. */
  group?: Uint8Array;
}

export interface ScatterOptions {
  x: AxisOptions & { format: Format };
  y: AxisOptions & { format: Format };
  tints?: readonly Tint[];
  guides?: readonly Guide[];
}

export interface ScatterDrawing extends Drawing {
  /** px of each point, x and y in turn; what the canvas paints. */
  at: Float32Array;
}

const CELLS = 8;

/**
 * Many points on two axes. The points are for a canvas; arrow keys and screen readers step through eight by eight
 * cells and hear how many points each holds.
 */
export function scatterLayout(
  points: ScatterPoints,
  size: Size,
  options: ScatterOptions,
): ScatterDrawing {
  const domain = { x: options.x.domain ?? reach(points.x), y: options.y.domain ?? reach(points.y) };
  const frame = plot({
    size,
    x: { ...options.x, domain: domain.x },
    y: { ...options.y, domain: domain.y },
  });
  const n = points.x.length;
  const at = new Float32Array(2 * n);
  const counts = new Uint32Array(CELLS * CELLS);
  const cellOf = (value: number, [low, high]: readonly [number, number]): number =>
    Math.floor(((value - low) / (high - low)) * CELLS * (1 - 1e-9));
  for (let i = 0; i < n; i++) {
    at[2 * i] = frame.x(points.x[i]);
    at[2 * i + 1] = frame.y(points.y[i]);
    const column = cellOf(points.x[i], domain.x);
    const row = cellOf(points.y[i], domain.y);
    if (column >= 0 && column < CELLS && row >= 0 && row < CELLS) counts[row * CELLS + column] += 1;
  }
  const stops: Stop[] = [];
  const w = (frame.right - frame.left) / CELLS;
  const h = (frame.bottom - frame.top) / CELLS;
  for (let row = CELLS - 1; row >= 0; row--)
    for (let column = 0; column < CELLS; column++) {
      const count = counts[row * CELLS + column];
      if (!count) continue;
      const x = frame.left + column * w;
      const y = frame.bottom - (row + 1) * h;
      stops.push({
        row: CELLS - 1 - row,
        name: figures_cell({
          row: span(row, domain.y, options.y),
          column: span(column, domain.x, options.x),
          value: figures_scatter_more({ count: integer(count) ?? '' }),
        }),
        hit: { x: pixel(x), y: pixel(y), width: pixel(w), height: pixel(h) },
        x: pixel(x + w / 2),
        y: pixel(y),
        shape: 'box',
      });
    }
  const guides = guideMarks(options.guides ?? [], frame);
  return {
    ...size,
    marks: [...frame.marks, ...guides.lines, ...guides.labels],
    stops,
    at,
  };
}

function reach(values: Float32Array): [number, number] {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low === high ? [low, low + 1] : [low, high];
}

/** "Revenue 0–50": one cell's reach on an axis. */
function span(
  cell: number,
  [low, high]: readonly [number, number],
  axis: ScatterOptions['x'],
): string {
  const step = (high - low) / CELLS;
  const [from, to] = [low + cell * step, low + (cell + 1) * step].map(
    (value) => axis.format(value) ?? '',
  );
  return `${axis.title ?? ''} ${from}–${to}`.trim();
}
