import { figures_interval, figures_item } from '../../text/paraglide/messages';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop } from '../marks';
import type { Format } from '../plot';
import { fitText, textWidth } from '../text-width';

export interface Lever {
  /** What is varied, and how: "Margin, 90% to 110%". */
  label: string;
  /** The result at the lower and the upper setting, in that order; either may be the greater. */
  low: number;
  high: number;
  /** The caller's own name of it. */
  key?: string;
}

export interface TornadoOptions {
  /** The result as things are. */
  base: number;
  baseLabel: string;
  format: Format;
}

const ROW = 44;
const BAR = 12;
const HEAD = 22;

/**
 * What moves a result most: one level bar per lever from its lower to its upper setting, the widest on top, around the
 * result as it is. Warm = the lower setting, teal = the upper one.
 */
export function tornadoLayout(
  levers: readonly Lever[],
  width: number,
  { base, baseLabel, format }: TornadoOptions,
): Drawing {
  const sorted = [...levers].sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  const ends = sorted.flatMap(({ low, high }) => [low, high]);
  const [from, to] = [Math.min(base, ...ends), Math.max(base, ...ends)];
  const widest = Math.max(0, ...ends.map((end) => textWidth(format(end) ?? '', LABEL_SIZE))) + 10;
  const span = Math.max(40, width - 2 * widest);
  const at = (value: number): number =>
    pixel(widest + (to > from ? (value - from) / (to - from) : 0.5) * span);
  const middle = at(base);
  const height = HEAD + sorted.length * ROW;
  const half = textWidth(baseLabel, LABEL_SIZE) / 2;
  const marks: Mark[] = [
    {
      kind: 'text',
      x: pixel(Math.min(width - half, Math.max(half, middle))),
      y: 12,
      text: baseLabel,
      fill: 'ink',
      anchor: 'middle',
    },
  ];
  const stops: Stop[] = [];
  for (const [i, lever] of sorted.entries()) {
    const top = HEAD + i * ROW;
    const y = top + 22;
    marks.push({
      kind: 'text',
      x: 0,
      y: top + 14,
      text: fitText(lever.label, width, LABEL_SIZE),
      fill: 'ink',
      anchor: 'start',
    });
    for (const [value, fill] of [
      [lever.low, 'model'],
      [lever.high, 'accent'],
    ] as const) {
      const end = at(value);
      marks.push({
        kind: 'rect',
        x: Math.min(middle, end),
        y,
        width: pixel(Math.abs(end - middle)),
        height: BAR,
        fill,
      });
      const before = value < base;
      marks.push({
        kind: 'text',
        x: before ? end - 6 : end + 6,
        y: y + BAR - 2,
        text: format(value) ?? '',
        fill,
        anchor: before ? 'end' : 'start',
      });
    }
    marks.push({
      kind: 'line',
      x1: middle,
      y1: y - 3,
      x2: middle,
      y2: y + BAR + 3,
      stroke: 'ink',
      strokeWidth: 2,
    });
    const shown = { low: format(lever.low) ?? '', high: format(lever.high) ?? '' };
    stops.push({
      row: i,
      name: figures_item({
        name: lever.label,
        value: figures_interval({ value: format(base) ?? '', ...shown }),
      }),
      hit: { x: 0, y: top, width, height: ROW },
      x: middle,
      y: top + 20,
      shape: 'box',
      ...(lever.key === undefined ? {} : { key: lever.key }),
    });
  }
  return { width, height, marks, stops };
}
