import { extent } from 'd3-array';
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import { figures_point } from '../../text/paraglide/messages';
import { date } from '../../text/format';
import { moveApart } from '../direct-labels';
import { guideMarks, traceOf } from '../guides';
import type { Guide } from '../guides';
import { key } from '../key';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Size, Stop, Tone } from '../marks';
import { inside, plot } from '../plot';
import type { AxisOptions, Format, Plot } from '../plot';
import { pointStops } from '../point-stops';
import { textWidth } from '../text-width';
import { cutAt } from './cut';

interface LinePoint {
  x: number;
  /** null breaks the line. */
  y: number | null;
}

export interface LineSeries {
  name: string;
  tone: Tone;
  points: readonly LinePoint[];
  /** Interval around the line, drawn as a tint. */
  band?: readonly { x: number; low: number; high: number }[];
  dashed?: boolean;
  /** Holds its value until the next point, as a survival curve does. */
  stepped?: boolean;
  /** A dot at each point. */
  dots?: boolean;
  /** A line of context, thin and unlabelled; the keys pass it by. */
  faint?: boolean;
}

/** A place on the plane with its own label: before, after. */
interface LineMarker {
  x: number;
  y: number;
  label: string;
  tone: Tone;
}

export interface LinesOptions {
  x: AxisOptions;
  /** Starts at zero unless the domain says otherwise. */
  y: AxisOptions & { format: Format };
  guides?: readonly Guide[];
  markers?: readonly LineMarker[];
  /** Accessible name and tooltip of a point; "name, x: y" when absent. */
  name?: (series: LineSeries, point: { x: number; y: number }) => string;
  /** Names of lines: beside their ends, in a key above, or nowhere. Beside when they fit, unless given. */
  labels?: 'beside' | 'above' | 'none';
}

const LABEL_GAP = 15;

/** Curves over numbers or time with bands, markers, guides and direct labels. */
export function linesLayout(
  series: readonly LineSeries[],
  size: Size,
  options: LinesOptions,
): Drawing {
  const named = series.filter((one) => !one.faint);
  const widest = Math.max(0, ...named.map((one) => textWidth(one.name, LABEL_SIZE, true)));
  const labels =
    options.labels ?? (widest + 16 < size.width * 0.28 && size.width > 480 ? 'beside' : 'above');
  const legend = key(
    labels === 'above' && (named.length > 1 || options.labels === 'above')
      ? named.map(({ name, tone, dashed }) => ({
          name,
          tint: tone,
          shape: dashed ? 'dashed' : 'line',
        }))
      : [],
    options.y.title ? 20 : 0,
    size.width,
  );
  const frame = plot({
    size,
    x: { ...options.x, domain: options.x.domain ?? spread(series, 'x') },
    y: { ...options.y, domain: options.y.domain ?? spread(series, 'y') },
    rightLabels: labels === 'beside' ? Math.ceil(widest) + 12 : 8,
    above: legend.height,
  });
  const marks: Mark[] = [...frame.marks, ...legend.marks];
  for (const one of series) marks.push(...bandMarks(one, frame));
  const guides = guideMarks(
    options.guides ?? [],
    frame,
    series.map((one) => traceOf(placed(one, frame), one.stepped)),
  );
  marks.push(...guides.lines);
  for (const one of series) marks.push(...curveMarks(one, frame));
  marks.push(...guides.labels);
  marks.push(...markerMarks(options.markers ?? [], frame));
  if (labels === 'beside') marks.push(...endLabels(named, frame));
  return { ...size, marks, stops: stopsOf(named, frame, options) };
}

/** The values of all series on one axis; the y axis takes in zero. */
function spread(series: readonly LineSeries[], axis: 'x' | 'y'): [number, number] {
  const values = series.flatMap((one) => [
    ...one.points.flatMap((point) => point[axis] ?? []),
    ...(axis === 'y' ? (one.band ?? []).flatMap(({ low, high }) => [low, high]) : []),
  ]);
  const [low, high] = extent(axis === 'y' ? [0, ...values] : values);
  if (low === undefined) return [0, 1];
  return low === high ? [low, low + 1] : [low, high];
}

function curve(one: LineSeries): typeof curveLinear {
  return one.stepped ? curveStepAfter : curveLinear;
}

/** The points of a series in px. */
function placed(one: LineSeries, frame: Plot): { x: number; y: number }[] {
  return one.points.flatMap(({ x, y }) =>
    y === null ? [] : [{ x: frame.x(x), y: inside(frame.y(y), frame) }],
  );
}

function bandMarks(one: LineSeries, frame: Plot): Mark[] {
  if (!one.band?.length) return [];
  const d = area<{ x: number; low: number; high: number }>()
    .x((point) => pixel(frame.x(point.x)))
    .y0((point) => pixel(inside(frame.y(point.low), frame)))
    .y1((point) => pixel(inside(frame.y(point.high), frame)))
    .curve(curve(one))
    .digits(2)(one.band);
  return d ? [{ kind: 'path', d, fill: `${one.tone}-tint` }] : [];
}

function curveMarks(one: LineSeries, frame: Plot): Mark[] {
  const d = line<LinePoint>()
    .defined((point) => point.y !== null)
    .x((point) => frame.x(point.x))
    .y((point) => frame.y(point.y ?? 0))
    .curve(curve(one))
    .digits(2)(one.stepped ? one.points : cutAt(one.points, frame.y.domain()));
  if (!d) return [];
  return [
    {
      kind: 'path',
      d,
      fill: 'none',
      stroke: one.faint ? 'rule' : one.tone,
      strokeWidth: one.faint ? 0.75 : 2,
      dashed: one.dashed ?? false,
    },
    ...(one.dots ? one.points : []).flatMap(({ x, y }): Mark[] =>
      y === null
        ? []
        : [
            {
              kind: 'dot',
              x: pixel(frame.x(x)),
              y: pixel(inside(frame.y(y), frame)),
              r: 3,
              fill: one.tone,
              stroke: 'paper',
            },
          ],
    ),
  ];
}

function markerMarks(markers: readonly LineMarker[], frame: Plot): Mark[] {
  return markers.flatMap((marker): Mark[] => {
    const x = pixel(frame.x(marker.x));
    const y = pixel(inside(frame.y(marker.y), frame));
    const width = textWidth(marker.label, LABEL_SIZE, true);
    const leftwards = x + 10 + width > frame.right;
    return [
      { kind: 'line', x1: x, y1: y, x2: x, y2: frame.bottom, stroke: marker.tone, dashed: true },
      { kind: 'dot', x, y, r: 5, fill: marker.tone, stroke: 'paper' },
      {
        kind: 'text',
        x: leftwards ? x - 9 : x + 9,
        y: pixel(Math.max(frame.top + 10, y - 8)),
        text: marker.label,
        fill: marker.tone,
        anchor: leftwards ? 'end' : 'start',
        strong: true,
        halo: true,
      },
    ];
  });
}

function endLabels(named: readonly LineSeries[], frame: Plot): Mark[] {
  const ends = named.flatMap((one) => {
    const last = one.points.findLast((point) => point.y !== null);
    return last ? [{ one, y: inside(frame.y(last.y ?? 0), frame), x: frame.x(last.x) }] : [];
  });
  const apart = moveApart(
    ends.map(({ y }) => y),
    LABEL_GAP,
    frame.top + 4,
    frame.bottom - 4,
  );
  return ends.map(({ one, x }, i) => ({
    kind: 'text',
    x: pixel(Math.min(x, frame.right) + 8),
    y: pixel(apart[i] + 4),
    text: one.name,
    fill: one.tone,
    anchor: 'start',
    strong: true,
    halo: true,
  }));
}

function stopsOf(named: readonly LineSeries[], frame: Plot, options: LinesOptions): Stop[] {
  const across: Format = options.x.format ?? (options.x.kind === 'time' ? date : String);
  return named.flatMap((one, row) => {
    const points = one.points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]));
    const places = points.map(({ x, y }) => ({ x: frame.x(x), y: frame.y(y) }));
    return pointStops(places, frame, row, (i) => {
      const point = points[i];
      return (
        options.name?.(one, point) ??
        figures_point({
          series: one.name,
          x: across(point.x) ?? '',
          y: options.y.format(point.y) ?? '',
        })
      );
    });
  });
}
