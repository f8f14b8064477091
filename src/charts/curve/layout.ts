import { line } from 'd3-shape';
import type { ScaleLinear } from 'd3-scale';
import { figures_point } from '../../text/paraglide/messages';
import { edge } from '../edge';
import { guideMarks } from '../guides';
import type { Guide } from '../guides';
import { key } from '../key';
import { LateStop } from '../late-stop';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Size, Stop, Tone } from '../marks';
import { plot } from '../plot';
import type { AxisOptions, Format, Plot } from '../plot';
import { textWidth } from '../text-width';

export interface Curve {
  name: string;
  tone: Tone;
  dashed?: boolean;
  /** Ascending in x; an infinite y leaves at the top of the frame. */
  points: readonly { x: number; y: number }[];
}

/** A point on the plane that a hand can take and move along x. */
export interface Handle {
  key: string;
  /** What moving it sets: "churn before". */
  name: string;
  x: number;
  y: number;
  /** Beside it. */
  label: string;
  tone: Tone;
  /** Dimmer and smaller: it shows a value, another figure sets it. */
  still?: boolean;
}

/** An interval on the x axis, drawn as a tint over the whole height. */
export interface Span {
  from: number;
  to: number;
}

export interface CurveOptions {
  x: AxisOptions & { domain: readonly [number, number]; format: Format };
  y: AxisOptions & { domain: readonly [number, number]; format: Format };
  handles: readonly Handle[];
  guides?: readonly Guide[];
  span?: Span | null;
  /** Draws the way from the height of one handle to that of the other, upright beside the second. */
  rise?: { from: string; to: string; label: string } | null;
}

export interface PlacedHandle extends Handle {
  /** Where it stands, px. */
  left: number;
  top: number;
}

export interface CurveDrawing extends Drawing {
  handles: PlacedHandle[];
  /** From what is on the x axis to px; invert it to follow a pointer. */
  across: ScaleLinear<number, number>;
}

const RISE_SIZE = 16;

/** Curves of one variable, with points that can be dragged along them. */
export function curveLayout(
  curves: readonly Curve[],
  size: Size,
  options: CurveOptions,
): CurveDrawing {
  const legend = key(
    curves.length > 1
      ? curves.map(({ name, tone, dashed }) => ({
          name,
          tint: tone,
          shape: dashed ? ('dashed' as const) : ('line' as const),
        }))
      : [],
    options.y.title ? 20 : 0,
    size.width,
  );
  const frame = plot({ size, x: options.x, y: options.y, above: legend.height });
  const placed = options.handles.map((handle) => place(handle, frame));
  const guides = guideMarks(
    options.guides ?? [],
    frame,
    curves.map(({ points }) => points.map(({ x, y }) => ({ x: frame.x(x), y: height(y, frame) }))),
  );
  const marks: Mark[] = [
    ...spanMarks(options.span, frame),
    ...frame.marks,
    ...legend.marks,
    ...guides.lines,
    ...curves.flatMap((curve) => curveMarks(curve, frame)),
    ...guides.labels,
    ...riseMarks(options.rise, placed, frame),
    ...placed.flatMap((handle) => handleMarks(handle, frame)),
  ];
  return {
    ...size,
    marks,
    stops: stopsOf(curves, frame, options),
    handles: placed,
    across: frame.x,
  };
}

function height(y: number, frame: Plot): number {
  const at = Number.isFinite(y) ? frame.y(y) : frame.top;
  return Math.min(frame.bottom, Math.max(frame.top, at));
}

function place(handle: Handle, frame: Plot): PlacedHandle {
  const left = Math.min(frame.right, Math.max(frame.left, frame.x(handle.x)));
  return { ...handle, left: pixel(left), top: pixel(height(handle.y, frame)) };
}

function spanMarks(span: Span | null | undefined, frame: Plot): Mark[] {
  if (!span) return [];
  const inside = (x: number) => Math.min(frame.right, Math.max(frame.left, frame.x(x)));
  const [from, to] = [inside(span.from), inside(span.to)];
  if (to - from < 0.5) return [];
  return [
    {
      kind: 'rect',
      x: pixel(from),
      y: frame.top,
      width: pixel(to - from),
      height: frame.bottom - frame.top,
      fill: 'accent-tint',
      ...edge('accent-tint'),
    },
  ];
}

/** The part of a curve within the frame; where it leaves at the top, up to the very edge. */
function curveMarks(curve: Curve, frame: Plot): Mark[] {
  const shown: [number, number][] = [];
  const points = curve.points.map(({ x, y }): [number, number] => [
    frame.x(x),
    Number.isFinite(y) ? frame.y(y) : -Infinity,
  ]);
  for (const [i, [x, y]] of points.entries()) {
    if (y >= frame.top) {
      const [x0, y0] = points[i - 1] ?? [x, y];
      if (y0 < frame.top && Number.isFinite(y0))
        shown.push([x0 + ((x - x0) * (frame.top - y0)) / (y - y0), frame.top]);
      shown.push([x, y]);
    } else if (shown.length > 0) {
      const [x0, y0] = points[i - 1];
      if (y0 >= frame.top && Number.isFinite(y))
        shown.push([x0 + ((x - x0) * (frame.top - y0)) / (y - y0), frame.top]);
      break;
    }
  }
  const d = line().digits(2)(shown);
  if (!d) return [];
  return [
    {
      kind: 'path',
      d,
      fill: 'none',
      stroke: curve.tone,
      strokeWidth: 2,
      dashed: curve.dashed ?? false,
    },
  ];
}

function handleMarks({ left, top, label, tone }: PlacedHandle, frame: Plot): Mark[] {
  const width = textWidth(label, LABEL_SIZE, true);
  const leftwards = left + 14 + width > frame.right && left - 14 - width > frame.left;
  return [
    { kind: 'line', x1: left, y1: top, x2: left, y2: frame.bottom, stroke: tone, dashed: true },
    { kind: 'dot', x: left, y: top, r: 6, fill: tone, stroke: 'paper' },
    {
      kind: 'text',
      x: leftwards ? left - 12 : left + 12,
      y: pixel(Math.max(frame.top + 10, top - 8)),
      text: label,
      fill: tone,
      anchor: leftwards ? 'end' : 'start',
      strong: true,
      halo: true,
    },
  ];
}

function riseMarks(
  rise: CurveOptions['rise'],
  placed: readonly PlacedHandle[],
  frame: Plot,
): Mark[] {
  const from = placed.find((handle) => handle.key === rise?.from);
  const to = placed.find((handle) => handle.key === rise?.to);
  if (!rise || !from || !to || Math.abs(from.top - to.top) < 2) return [];
  const room = Math.abs(from.top - to.top) > 2 * RISE_SIZE;
  const width = textWidth(rise.label, RISE_SIZE, true);
  // Left of the line is free: the curves that rise there do so above the second handle.
  const leftwards = to.left - frame.left > width + 18;
  return [
    {
      kind: 'line',
      x1: from.left,
      y1: from.top,
      x2: to.left,
      y2: from.top,
      stroke: 'rule',
      dashed: true,
    },
    {
      kind: 'line',
      x1: to.left,
      y1: from.top,
      x2: to.left,
      y2: to.top,
      stroke: to.tone,
      strokeWidth: 3,
    },
    ...(room
      ? [
          {
            kind: 'text' as const,
            x: pixel(leftwards ? to.left - 10 : Math.min(to.left + 10, frame.right - width)),
            y: pixel((from.top + to.top) / 2 + 5),
            text: rise.label,
            fill: to.tone,
            anchor: leftwards ? ('end' as const) : ('start' as const),
            size: RISE_SIZE,
            strong: true,
            halo: true,
          },
        ]
      : []),
  ];
}

/** Every point of a curve can be rested on; those above the frame are not shown, so not there. */
function stopsOf(curves: readonly Curve[], frame: Plot, options: CurveOptions): Stop[] {
  return curves.flatMap((curve, row) => {
    const points = curve.points.filter(
      ({ x, y }) => frame.y(y) >= frame.top && frame.x(x) >= frame.left,
    );
    const at = points.map(({ x }) => frame.x(x));
    return points.map(({ x, y }, i): Stop => {
      const from = i === 0 ? at[i] : (at[i - 1] + at[i]) / 2;
      const to = i === points.length - 1 ? at[i] : (at[i] + at[i + 1]) / 2;
      return new LateStop(
        {
          row,
          hit: {
            x: pixel(from),
            y: frame.top,
            width: pixel(to - from),
            height: pixel(frame.bottom - frame.top),
          },
          x: pixel(at[i]),
          y: pixel(frame.y(y)),
          shape: 'ring',
          key: curve.name,
        },
        () =>
          figures_point({
            series: curve.name,
            x: options.x.format(x) ?? '',
            y: options.y.format(y) ?? '',
          }),
      );
    });
  });
}
