import { extent } from 'd3-array';
import { line } from 'd3-shape';
import { pixel } from '../marks';
import type { Drawing, Size, Tone } from '../marks';

/** A line without axes for a line of text: its shape, its last value as a dot. Starts at zero. */
export function sparkLayout(values: readonly number[], size: Size, tone: Tone = 'accent'): Drawing {
  const [low = 0, high = 1] = extent([0, ...values]);
  const x = (i: number): number => 3 + (i / Math.max(1, values.length - 1)) * (size.width - 6);
  const y = (value: number): number =>
    size.height - 3 - ((value - low) / (high - low || 1)) * (size.height - 6);
  const d = line<number>((_, i) => x(i), y).digits(2)(values);
  const last = values.at(-1);
  if (!d || last === undefined) return { ...size, marks: [], stops: [] };
  return {
    ...size,
    marks: [
      { kind: 'path', d, fill: 'none', stroke: tone, strokeWidth: 1.5 },
      { kind: 'dot', x: pixel(x(values.length - 1)), y: pixel(y(last)), r: 3, fill: tone },
    ],
    stops: [],
  };
}
