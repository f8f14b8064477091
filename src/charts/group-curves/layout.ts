import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import { figures_point } from '../../text/paraglide/messages';
import { moveApart } from '../direct-labels';
import { guideMarks, traceOf } from '../guides';
import type { Guide } from '../guides';
import { key } from '../key';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Size, Stop, Tint } from '../marks';
import { inside, plot } from '../plot';
import type { AxisOptions, Format, Plot } from '../plot';
import { pointStops } from '../point-stops';
import { fitText, textWidth } from '../text-width';

/** Tints that stay apart for the colour-blind and in grey, light and dark: deep and pale of two hues, then ink. */
export const GROUP_TINTS = [
  'segment-1',
  'segment-10',
  'segment-3',
  'segment-9',
  'segment-11',
  'ink-muted',
] as const satisfies readonly Tint[];

export interface GroupPoint {
  x: number;
  y: number;
  /** Interval, where there is one. */
  low?: number;
  high?: number;
}

export interface GroupCurve {
  name: string;
  tint: Tint;
  /** Ascending in x. */
  points: readonly GroupPoint[];
  /** Holds its value until the next point; straight from point to point when absent. */
  stepped?: boolean;
  /** What a model says rather than what was seen. */
  dashed?: boolean;
  /** A dot at each point: few observations. */
  dots?: boolean;
  /** No line between the dots. */
  loose?: boolean;
  /** Context: thin, unnamed, and passed by the keys. */
  faint?: boolean;
}

export interface GroupCurvesOptions {
  x: AxisOptions & { format: Format };
  y: AxisOptions & { format: Format; domain: readonly [number, number] };
  guides?: readonly Guide[];
  name?: (curve: GroupCurve, point: GroupPoint) => string;
}

const LABEL_GAP = 15;
/** Longest name beside a curve, as a share of the width. */
const BESIDE = 0.28;
/** A curve that ends before this share of the axis has its name at its end. */
const EARLY = 0.5;

/** Curves of several groups with their intervals, told apart by tint and by their names at the ends. */
export function groupCurvesLayout(
  curves: readonly GroupCurve[],
  size: Size,
  options: GroupCurvesOptions,
): Drawing {
  const named = curves.filter((curve) => !curve.faint);
  const widest = Math.max(0, ...named.map(({ name }) => textWidth(name, LABEL_SIZE, true)));
  const beside = size.width > 480 && widest + 16 < size.width * BESIDE;
  const legend = key(
    beside
      ? []
      : named.map(({ name, tint, dashed }) => ({
          name: fitText(name, size.width - 40, LABEL_SIZE),
          tint,
          shape: dashed ? ('dashed' as const) : ('line' as const),
        })),
    options.y.title ? 20 : 0,
    size.width,
  );
  const xs = curves.flatMap(({ points }) => points.map(({ x }) => x));
  const [low, high] = options.x.domain ?? [
    xs.reduce((least, x) => Math.min(least, x), Infinity),
    xs.reduce((most, x) => Math.max(most, x), -Infinity),
  ];
  const frame = plot({
    size,
    x: { ...options.x, domain: high > low ? [low, high] : [0, 1] },
    y: options.y,
    rightLabels: beside ? Math.ceil(widest) + 12 : 8,
    above: legend.height,
  });
  const guides = guideMarks(
    options.guides ?? [],
    frame,
    curves.map(({ points, stepped }) =>
      traceOf(
        points.map(({ x, y }) => ({ x: frame.x(x), y: inside(frame.y(y), frame) })),
        stepped,
      ),
    ),
  );
  const marks: Mark[] = [
    ...frame.marks,
    ...legend.marks,
    ...curves.flatMap((curve) => bandMarks(curve, named.length === 1, frame)),
    ...guides.lines,
    ...curves.flatMap((curve) => curveMarks(curve, frame)),
    ...guides.labels,
    ...(beside ? endLabels(named, frame) : []),
  ];
  return { ...size, marks, stops: stopsOf(named, frame, options) };
}

/** A tint under one curve alone; thin edges where several would cover each other. */
function bandMarks(curve: GroupCurve, alone: boolean, frame: Plot): Mark[] {
  const banded = curve.points.filter(({ low, high }) => low !== undefined && high !== undefined);
  if (banded.length === 0 || curve.faint) return [];
  const shape = curve.stepped ? curveStepAfter : curveLinear;
  const at = (value: number | undefined): number => pixel(inside(frame.y(value ?? 0), frame));
  if (alone) {
    const d = area<GroupPoint>()
      .x(({ x }) => pixel(frame.x(x)))
      .y0(({ low }) => at(low))
      .y1(({ high }) => at(high))
      .curve(shape)
      .digits(2)(banded);
    return d ? [{ kind: 'path', d, fill: 'accent-tint' }] : [];
  }
  return (['low', 'high'] as const).flatMap((edge): Mark[] => {
    const d = line<GroupPoint>()
      .x(({ x }) => pixel(frame.x(x)))
      .y((point) => at(point[edge]))
      .curve(shape)
      .digits(2)(banded);
    return d ? [{ kind: 'path', d, fill: 'none', stroke: curve.tint, strokeWidth: 0.6 }] : [];
  });
}

function curveMarks(curve: GroupCurve, frame: Plot): Mark[] {
  const y = (point: GroupPoint): number => inside(frame.y(point.y), frame);
  const d = curve.loose
    ? null
    : line<GroupPoint>()
        .x(({ x }) => frame.x(x))
        .y(y)
        .curve(curve.stepped ? curveStepAfter : curveLinear)
        .digits(2)(curve.points);
  return [
    ...(d
      ? [
          {
            kind: 'path' as const,
            d,
            fill: 'none' as const,
            stroke: curve.faint ? ('rule' as const) : curve.tint,
            strokeWidth: curve.faint ? 0.75 : 2,
            dashed: curve.dashed ?? false,
          },
        ]
      : []),
    ...(curve.dots ? curve.points : []).map((point): Mark => ({
      kind: 'dot',
      x: pixel(frame.x(point.x)),
      y: pixel(y(point)),
      r: 3,
      fill: curve.tint,
      stroke: 'paper',
    })),
  ];
}

function endLabels(named: readonly GroupCurve[], frame: Plot): Mark[] {
  const ends = named.flatMap((curve) => {
    const last = curve.points.at(-1);
    return last ? [{ curve, x: frame.x(last.x), y: inside(frame.y(last.y), frame) }] : [];
  });
  const apart = moveApart(
    ends.map(({ y }) => y),
    LABEL_GAP,
    frame.top + 4,
    frame.bottom - 4,
  );
  return ends.map(({ curve, x }, i) => ({
    kind: 'text',
    // In one column, but for a line that ends so early that the eye would not find its name there.
    x: pixel(
      !curve.loose && x < frame.left + EARLY * (frame.right - frame.left) ? x + 8 : frame.right + 8,
    ),
    y: pixel(apart[i] + 4),
    text: curve.name,
    fill: curve.tint,
    anchor: 'start',
    strong: true,
    halo: true,
  }));
}

function stopsOf(named: readonly GroupCurve[], frame: Plot, options: GroupCurvesOptions): Stop[] {
  return named.flatMap((curve, row) => {
    const places = curve.points.map(({ x, y }) => ({ x: frame.x(x), y: frame.y(y) }));
    return pointStops(places, frame, row, (i) => {
      const point = curve.points[i];
      return (
        options.name?.(curve, point) ??
        figures_point({
          series: curve.name,
          x: options.x.format(point.x) ?? '',
          y: options.y.format(point.y) ?? '',
        })
      );
    });
  });
}
