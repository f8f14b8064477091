import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Size, Stop } from '../marks';
import { moveApart } from '../direct-labels';
import { edge } from '../edge';
import { fitText, textWidth } from '../text-width';

/** One state on either side of the flow. */
export interface FlowState {
  label: string;
  /** Place in the palette of segments. */
  place: number;
}

export interface Flow {
  /** Index of the state on the left and on the right. */
  from: number;
  to: number;
  value: number;
  /** Accessible name and tooltip. */
  name: string;
}

export interface FlowOptions {
  leftTitle: string;
  rightTitle: string;
  /** Behind each label: what flows from or to it. */
  format: (value: number) => string | null;
  /** States on the left whose flows stand out; none for all that change state. */
  from: readonly number[];
}

const HEAD = 22;
const NODE = 8;
const GAP = 6;
const LABEL_LINE = 14;

/** Where a state's bar stands on one side. */
interface Bar {
  top: number;
  height: number;
  /** Where the next flow begins, px from the top of the drawing. */
  next: number;
}

/**
 * What flowed from the states on the left to those on the right, each flow as wide as it is large, on either side the
 * states in the order given. Flows of one state leave and arrive in the order of the other side, so that they cross as
 * little as that order allows; what changed state is in the colour of where it came from, what stayed is quiet.
 */
export function flowLayout(
  states: readonly FlowState[],
  flows: readonly Flow[],
  size: Size,
  options: FlowOptions,
): Drawing {
  const sums = (side: 'from' | 'to'): number[] =>
    states.map((_, i) => flows.reduce((sum, flow) => sum + (flow[side] === i ? flow.value : 0), 0));
  const [out, into] = [sums('from'), sums('to')];
  const total = out.reduce((sum, value) => sum + value, 0);
  const shown = (of: number[]): number => of.filter((value) => value > 0).length;
  const free = size.height - HEAD - GAP * Math.max(shown(out), shown(into));
  const scale = total > 0 ? free / total : 0;
  const [lefts, rights] = [bars(out, scale), bars(into, scale)];
  const room = Math.min(190, size.width * 0.34);
  const [x1, x2] = [room + NODE, size.width - room - NODE];
  const marks: Mark[] = [];
  const stops: Stop[] = [];
  const ribbons: { loud: boolean; mark: Mark }[] = [];
  for (const flow of [...flows].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (flow.value <= 0) continue;
    const [left, right] = [lefts[flow.from], rights[flow.to]];
    const tall = flow.value * scale;
    const [y1, y2] = [left.next, right.next];
    left.next += tall;
    right.next += tall;
    const loud =
      options.from.length === 0 ? flow.from !== flow.to : options.from.includes(flow.from);
    ribbons.push({
      loud,
      mark: {
        kind: 'path',
        d: ribbon(x1, y1, x2, y2, tall),
        fill: loud ? `segment-${states[flow.from].place}` : 'paper-sunk',
        // Paper between flows that lie side by side, and an edge for what is quiet.
        stroke: loud ? 'paper' : 'hairline',
        strokeWidth: 0.75,
      },
    });
    stops.push({
      row: flow.from,
      name: flow.name,
      hit: {
        x: pixel(x1),
        y: pixel(Math.min(y1, y2)),
        width: pixel(x2 - x1),
        height: pixel(Math.abs(y2 - y1) + tall),
      },
      x: pixel((x1 + x2) / 2),
      y: pixel((y1 + y2 + tall) / 2),
      shape: 'ring',
      key: `${flow.from} ${flow.to}`,
    });
  }
  const ends = { format: options.format, height: size.height };
  marks.push(
    ...ribbons.filter(({ loud }) => !loud).map(({ mark }) => mark),
    ...ribbons.filter(({ loud }) => loud).map(({ mark }) => mark),
    ...sideMarks(states, out, lefts, x1 - NODE, { room: room - 6, anchor: 'end' }, ends),
    ...sideMarks(states, into, rights, x2, { room: room - 6, anchor: 'start' }, ends),
    title(x1, options.leftTitle, 'end'),
    title(x2, options.rightTitle, 'start'),
  );
  return { ...size, marks, stops };
}

function bars(sums: readonly number[], scale: number): Bar[] {
  let y = HEAD;
  return sums.map((sum) => {
    const bar = { top: y, height: sum * scale, next: y };
    if (sum > 0) y += bar.height + GAP;
    return bar;
  });
}

/** A band from (x1, y1) to (x2, y2), level at both ends, everywhere about as tall as it is large. */
function ribbon(x1: number, y1: number, x2: number, y2: number, tall: number): string {
  const middle = pixel((x1 + x2) / 2);
  const [a, b, c, d] = [x1, y1, x2, y2].map(pixel);
  const [e, f] = [pixel(y2 + tall), pixel(y1 + tall)];
  return `M${a} ${b}C${middle} ${b} ${middle} ${d} ${c} ${d}V${e}C${middle} ${e} ${middle} ${f} ${a} ${f}z`;
}

function sideMarks(
  states: readonly FlowState[],
  sums: readonly number[],
  at: readonly Bar[],
  x: number,
  { room, anchor }: { room: number; anchor: 'start' | 'end' },
  { format, height }: { format: FlowOptions['format']; height: number },
): Mark[] {
  const filled = states.map((_, i) => i).filter((i) => sums[i] > 0);
  const wanted = filled.map((i) => at[i].top + at[i].height / 2 + 4);
  const placed = moveApart(wanted, LABEL_LINE, HEAD + 8, height - 4);
  return filled.flatMap((i, k): Mark[] => {
    const note = format(sums[i]) ?? '';
    const label = fitText(
      states[i].label,
      room - textWidth(` ${note}`, LABEL_SIZE) - 8,
      LABEL_SIZE,
    );
    return [
      {
        kind: 'rect',
        x: pixel(x),
        y: pixel(at[i].top),
        width: NODE,
        height: pixel(Math.max(1, at[i].height)),
        fill: `segment-${states[i].place}`,
        ...edge(`segment-${states[i].place}`),
      },
      {
        kind: 'text',
        x: pixel(anchor === 'end' ? x - 6 : x + NODE + 6),
        y: pixel(placed[k]),
        text: `${label} ${note}`.trim(),
        fill: 'ink',
        anchor,
      },
    ];
  });
}

function title(x: number, text: string, anchor: 'start' | 'end'): Mark {
  return { kind: 'text', x: pixel(x), y: 11, text, fill: 'ink-muted', anchor };
}
