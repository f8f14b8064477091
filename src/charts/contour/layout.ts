import { ticks } from 'd3-array';
import { figures_cell } from '../../text/paraglide/messages';
import { heatStep, heatTints } from '../heat-steps';
import { LateStop } from '../late-stop';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Size } from '../marks';
import { plot } from '../plot';
import type { AxisOptions, Format, Plot } from '../plot';
import { textWidth } from '../text-width';
import { isoLine } from './iso-lines';

/** Values at the middles of equal cells: ascending xs and ys, a row of values for every y. */
export interface Surface {
  xs: readonly number[];
  ys: readonly number[];
  values: readonly (readonly number[])[];
}

export interface ContourOptions {
  x: AxisOptions & { domain: readonly [number, number]; format: Format };
  y: AxisOptions & { domain: readonly [number, number]; format: Format };
  format: Format;
  /** Where things stand, with the value there: its own line is drawn strong. */
  now: { x: number; y: number; value: number; label: string };
  /** The axis that is looked at: a rule leads from the present point to it. */
  lookedAt?: 'x' | 'y' | null;
  name?: (x: string, y: string, value: string) => string;
}

/**
 * Values over two axes as steps of one scale, with lines that join equal values and the present point. Cells whose
 * value has no end take the last step.
 */
export function contourLayout(surface: Surface, size: Size, options: ContourOptions): Drawing {
  const frame = plot({ size, x: options.x, y: options.y });
  const finite = surface.values.flat().filter((value) => Number.isFinite(value));
  const low = Math.min(0, ...finite);
  // The few highest cells, near a pole, would leave one step for all the others.
  const high = finite.sort((a, b) => a - b)[Math.floor((finite.length - 1) * 0.95)] ?? 1;
  const width = (frame.right - frame.left) / surface.xs.length;
  const height = (frame.bottom - frame.top) / surface.ys.length;
  const marks: Mark[] = stepMarks(surface, frame, (value) =>
    heatStep(Number.isFinite(value) ? value : high, low, high),
  );
  const stops = surface.ys.flatMap((y, row) =>
    surface.xs.map((x, column) => {
      const left = frame.left + column * width;
      const top = frame.bottom - (row + 1) * height;
      return new LateStop(
        {
          row: surface.ys.length - 1 - row,
          hit: { x: pixel(left), y: pixel(top), width: pixel(width), height: pixel(height) },
          x: pixel(left + width / 2),
          y: pixel(top + height / 2),
          shape: 'box',
          key: `${column},${row}`,
        },
        () => {
          const across = options.x.format(x) ?? '';
          const up = options.y.format(y) ?? '';
          const value = options.format(surface.values[row][column]) ?? '–';
          return (
            options.name?.(across, up, value) ?? figures_cell({ row: up, column: across, value })
          );
        },
      );
    }),
  );
  const levels = ticks(low, high, 6).filter((level) => level > low && level < high);
  marks.push(...frame.marks.filter((mark) => mark.kind !== 'line' || mark.y1 === frame.bottom));
  const taken: { x: number; y: number }[] = [];
  for (const level of levels)
    marks.push(...lineMarks(surface, level, frame, options.format(level) ?? '', false, taken));
  if (Number.isFinite(options.now.value))
    marks.push(...lineMarks(surface, options.now.value, frame, '', true, taken));
  marks.push(...nowMarks(options, frame));
  return { ...size, marks, stops };
}

/** The cells as one shape per step; neighbours overlap by half a pixel, so that no seam shows. */
function stepMarks(surface: Surface, frame: Plot, stepOf: (value: number) => number): Mark[] {
  const width = (frame.right - frame.left) / surface.xs.length;
  const height = (frame.bottom - frame.top) / surface.ys.length;
  const shapes = new Map<number, string>();
  for (const [row, values] of surface.values.entries()) {
    const top = pixel(frame.bottom - (row + 1) * height);
    let start = 0;
    for (let column = 1; column <= values.length; column++) {
      const step = stepOf(values[start]);
      if (column < values.length && stepOf(values[column]) === step) continue;
      const from = pixel(frame.left + start * width);
      const to = pixel(frame.left + column * width + (column < values.length ? 0.5 : 0));
      const bottom = pixel(top + height + (row > 0 ? 0.5 : 0));
      const run = `M${from},${top}H${to}V${bottom}H${from}Z`;
      shapes.set(step, (shapes.get(step) ?? '') + run);
      start = column;
    }
  }
  return [...shapes].map(([step, d]): Mark => ({ kind: 'path', d, fill: heatTints(step).fill }));
}

function lineMarks(
  surface: Surface,
  level: number,
  frame: Plot,
  label: string,
  strong: boolean,
  taken: { x: number; y: number }[],
): Mark[] {
  const { segments } = isoLine(surface.values, level);
  if (segments.length === 0) return [];
  const width = (frame.right - frame.left) / surface.xs.length;
  const height = (frame.bottom - frame.top) / surface.ys.length;
  const across = (x: number) => pixel(frame.left + (x + 0.5) * width);
  const up = (y: number) => pixel(frame.bottom - (y + 0.5) * height);
  const d = segments
    .map(([x1, y1, x2, y2]) => `M${across(x1)},${up(y1)}L${across(x2)},${up(y2)}`)
    .join('');
  const marks: Mark[] = [
    {
      kind: 'path',
      d,
      fill: 'none',
      stroke: strong ? 'model' : 'ink',
      strokeWidth: strong ? 2.5 : 0.75,
    },
  ];
  if (label === '') return marks;
  const room = textWidth(label, LABEL_SIZE) / 2 + 4;
  // As far to the right as there is room for the words and no other label is near.
  const places = segments
    .map(([x1, y1]) => ({ x: across(x1), y: up(y1) }))
    .sort((a, b) => b.x - a.x);
  const place = places.find(
    ({ x, y }) =>
      x + room < frame.right &&
      x - room > frame.left &&
      y - 12 > frame.top &&
      taken.every((other) => Math.abs(other.x - x) > room * 2.2 || Math.abs(other.y - y) > 18),
  );
  if (!place) return marks;
  taken.push(place);
  marks.push({
    kind: 'text',
    x: place.x,
    y: place.y + 4,
    text: label,
    fill: 'ink',
    anchor: 'middle',
    halo: true,
  });
  return marks;
}

function nowMarks({ now: { x, y, label }, lookedAt }: ContourOptions, frame: Plot): Mark[] {
  const left = pixel(Math.min(frame.right, Math.max(frame.left, frame.x(x))));
  const top = pixel(Math.min(frame.bottom, Math.max(frame.top, frame.y(y))));
  const leftwards = left + 12 + textWidth(label, LABEL_SIZE, true) > frame.right;
  const rule = (x2: number, y2: number): Mark => ({
    kind: 'line',
    x1: left,
    y1: top,
    x2,
    y2,
    stroke: 'model',
    strokeWidth: 2,
  });
  return [
    ...(lookedAt === 'x' ? [rule(left, frame.bottom)] : []),
    ...(lookedAt === 'y' ? [rule(frame.left, top)] : []),
    { kind: 'dot', x: left, y: top, r: 6, fill: 'model', stroke: 'paper' },
    {
      kind: 'text',
      x: leftwards ? left - 11 : left + 11,
      y: pixel(Math.max(frame.top + 12, top - 8)),
      text: label,
      fill: 'model',
      anchor: leftwards ? 'end' : 'start',
      strong: true,
      halo: true,
    },
  ];
}
