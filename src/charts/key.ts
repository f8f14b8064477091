import { edge } from './edge';
import { LABEL_SIZE, pixel } from './marks';
import type { Mark, Tint } from './marks';
import { textWidth } from './text-width';

export interface KeyEntry {
  name: string;
  tint: Tint;
  /** A line (dashed or not), a filled box, or a short bar as of an expected value. */
  shape: 'line' | 'dashed' | 'box' | 'tick';
}

const LINE_HEIGHT = 18;
const SWATCH = 16;

/**
 * A key in one or more lines of text, for when labels beside the data find no room.
 *
 * @returns its marks from `y` down and the height they take, px
 */
export function key(
  entries: readonly KeyEntry[],
  y: number,
  width: number,
): { marks: Mark[]; height: number } {
  const marks: Mark[] = [];
  let x = 0;
  let line = 0;
  for (const entry of entries) {
    const room = SWATCH + 6 + textWidth(entry.name, LABEL_SIZE) + 16;
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    const middle = y + line * LINE_HEIGHT + 8;
    if (entry.shape === 'box')
      marks.push({
        kind: 'rect',
        x: pixel(x + 4),
        y: middle - 5,
        width: 10,
        height: 10,
        fill: entry.tint,
        ...edge(entry.tint),
      });
    else
      marks.push({
        kind: 'line',
        x1: pixel(x),
        y1: middle,
        x2: pixel(x + SWATCH),
        y2: middle,
        stroke: entry.tint,
        strokeWidth: entry.shape === 'tick' ? 3 : 2,
        dashed: entry.shape === 'dashed',
      });
    marks.push({
      kind: 'text',
      x: pixel(x + SWATCH + 6),
      y: middle + 4,
      text: entry.name,
      fill: 'ink',
      anchor: 'start',
    });
    x += room;
  }
  return { marks, height: entries.length ? (line + 1) * LINE_HEIGHT + 6 : 0 };
}
