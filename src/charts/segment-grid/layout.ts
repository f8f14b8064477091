import { figures_item } from '../../text/paraglide/messages';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop } from '../marks';
import { textWidth } from '../text-width';
import { wrapWords } from '../wrap-words';

export interface GridCell {
  /** Scores from 1 (worst) to the number of bins. */
  recency: number;
  frequency: number;
  /** Place of the segment in the order from best (1) to lost (11). */
  segment: number;
  /** The segment's name as the reader knows it. */
  segmentName: string;
  /** In the cell's corner: customers, or money. */
  value: string;
  /** Accessible name and tooltip; "segment: value" when absent. */
  name?: string;
  /** Given back when the cell is chosen. */
  key?: string;
}

export interface SegmentGridOptions {
  /** Scores 1 to `bins` on both sides. */
  bins: number;
  recencyTitle: string;
  frequencyTitle: string;
}

const LEFT = 34;
const BOTTOM = 40;
const MAX_WIDTH = 620;

/**
 * Recency by frequency: one cell per pair of scores, recent customers on top, frequent ones right. Cells of one segment
 * join into a region with its name; paper separates regions.
 */
export function segmentGridLayout(
  cells: readonly GridCell[],
  width: number,
  options: SegmentGridOptions,
): Drawing {
  const { bins } = options;
  const inner = Math.min(width, MAX_WIDTH) - LEFT;
  const w = inner / bins;
  const h = Math.min(84, Math.max(60, w * 0.7));
  const left = (cell: GridCell): number => LEFT + (cell.frequency - 1) * w;
  const top = (cell: GridCell): number => (bins - cell.recency) * h;
  const segmentAt = new Map(cells.map((c) => [c.recency * 100 + c.frequency, c.segment]));
  const marks: Mark[] = [];
  const stops: Stop[] = [];
  for (const cell of cells) {
    const joinsRight =
      segmentAt.get(cell.recency * 100 + cell.frequency + 1) === cell.segment ? 0 : 2;
    const joinsDown =
      segmentAt.get((cell.recency - 1) * 100 + cell.frequency) === cell.segment ? 0 : 2;
    const [x, y] = [pixel(left(cell)), pixel(top(cell))];
    marks.push({
      kind: 'rect',
      x,
      y,
      width: pixel(w - joinsRight),
      height: pixel(h - joinsDown),
      fill: `segment-${cell.segment}`,
    });
    stops.push({
      row: bins - cell.recency,
      name: cell.name ?? figures_item({ name: cell.segmentName, value: cell.value }),
      hit: { x, y, width: pixel(w - 2), height: pixel(h - 2) },
      x: pixel(x + w / 2),
      y,
      shape: 'box',
      ...(cell.key === undefined ? {} : { key: cell.key }),
    });
  }
  for (const cell of cells)
    marks.push({
      kind: 'text',
      x: pixel(left(cell) + 7),
      y: pixel(top(cell) + h - 9),
      text: cell.value,
      fill: `on-segment-${cell.segment}`,
      anchor: 'start',
    });
  marks.push(...nameMarks(cells, left, top, w));
  marks.push(...scoreMarks(options, w, h));
  return { width: Math.min(width, MAX_WIDTH), height: bins * h + BOTTOM, marks, stops };
}

/** Each segment's name once, in the top row of its region, as wide as the region is there. */
function nameMarks(
  cells: readonly GridCell[],
  left: (cell: GridCell) => number,
  top: (cell: GridCell) => number,
  w: number,
): Mark[] {
  const marks: Mark[] = [];
  for (const segment of new Set(cells.map((cell) => cell.segment))) {
    const own = cells
      .filter((cell) => cell.segment === segment)
      .sort((a, b) => b.recency - a.recency || a.frequency - b.frequency);
    const first = own[0];
    let span = 1;
    while (own.some((c) => c.recency === first.recency && c.frequency === first.frequency + span))
      span += 1;
    const lines = wrapWords(first.segmentName, span * w - 12, LABEL_SIZE, true);
    for (const [i, line] of lines.slice(0, 2).entries())
      marks.push({
        kind: 'text',
        x: pixel(left(first) + 7),
        y: pixel(top(first) + 17 + i * 14),
        text: line,
        fill: `on-segment-${segment}`,
        anchor: 'start',
        strong: true,
        size: textWidth(line, LABEL_SIZE, true) > span * w - 12 ? LABEL_SIZE - 2 : LABEL_SIZE,
      });
  }
  return marks;
}

function scoreMarks(options: SegmentGridOptions, w: number, h: number): Mark[] {
  const { bins } = options;
  const marks: Mark[] = [];
  for (let score = 1; score <= bins; score++) {
    marks.push(
      {
        kind: 'text',
        x: LEFT - 10,
        y: pixel((bins - score + 0.5) * h + 4),
        text: String(score),
        fill: 'ink-muted',
        anchor: 'end',
      },
      {
        kind: 'text',
        x: pixel(LEFT + (score - 0.5) * w),
        y: pixel(bins * h + 16),
        text: String(score),
        fill: 'ink-muted',
        anchor: 'middle',
      },
    );
  }
  marks.push(
    {
      kind: 'text',
      x: 0,
      y: pixel(bins * h + 34),
      text: `↑ ${options.recencyTitle}`,
      fill: 'ink-muted',
      anchor: 'start',
    },
    {
      kind: 'text',
      x: pixel(LEFT + bins * w),
      y: pixel(bins * h + 34),
      text: `${options.frequencyTitle} →`,
      fill: 'ink-muted',
      anchor: 'end',
    },
  );
  return marks;
}
