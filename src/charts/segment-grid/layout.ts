import { edge } from '../edge';
import { heatStep, heatTints } from '../heat-steps';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Stop } from '../marks';
import { fitText, textWidth } from '../text-width';
import { wrapWords } from '../wrap-words';

export interface GridCell {
  /** Scores from 1 (worst) to the number of bins. */
  r: number;
  f: number;
  /** Identifier of the segment that fills the cell; null where there is none or several. */
  segment: string | null;
  /** What shades the cell; null where the data cannot say. */
  amount: number | null;
  /** The amount as shown. */
  text: string;
  /** Accessible name and tooltip. */
  name: string;
  /** How much of the cell is chosen, 0 .. 1; 1 outlines it. */
  chosen: number;
}

export interface SegmentGridOptions {
  /** Scores 1 to `bins` on both sides. */
  bins: number;
  recencyTitle: string;
  frequencyTitle: string;
  /** Name and place in the palette of a segment. */
  words: (segment: string) => { name: string; place: number };
}

const LEFT = 20;
const BOTTOM = 40;
const MAX_WIDTH = 660;
/** Width of the strip in the segment's own colour. */
const STRIP = 5;
/** Between the strip and the words. */
const PAD = 5;
/** Least type size of a name that must fit into one cell of a phone. */
const SMALLEST = 9.5;
/** Paper between two segments, and between cells of one. */
const APART = 4;
const WITHIN = 1;
/** Height of the bar that tells which part of a cell is chosen. */
const PART = 4;

/** The cells of a grid by their scores. */
class Grid {
  readonly #at: Map<number, GridCell>;

  constructor(cells: readonly GridCell[]) {
    this.#at = new Map(cells.map((cell) => [cell.r * 100 + cell.f, cell]));
  }

  /** Whether the neighbour belongs to the same segment. */
  joins(cell: GridCell, r: number, f: number): boolean {
    return this.#at.get(r * 100 + f)?.segment === cell.segment;
  }

  /** Whether the neighbour is wholly chosen, as this one is. */
  chosenWith(r: number, f: number): boolean {
    return (this.#at.get(r * 100 + f)?.chosen ?? 0) === 1;
  }
}

/** Where the cell of scores r and f stands in a drawing of this width, without the paper around it. */
export function cellAt(
  x: number,
  y: number,
  width: number,
  bins: number,
): { r: number; f: number } {
  const { w, h } = cellSize(width, bins);
  const within = (at: number): number => Math.min(bins, Math.max(1, at));
  return {
    r: within(bins - Math.floor(y / h)),
    f: within(Math.floor((x - LEFT) / w) + 1),
  };
}

function cellSize(width: number, bins: number): { w: number; h: number } {
  const w = (Math.min(width, MAX_WIDTH) - LEFT) / bins;
  return { w, h: Math.min(80, Math.max(58, w * 0.64)) };
}

/**
 * Recency by frequency as a heat map: recent buyers on top, frequent ones right, shaded by the amount. A strip in the
 * segment's colour at its left edge and its name say which segment a cell belongs to; cells of one stand together.
 * What is chosen is outlined, or, where it is part of a cell, told by a bar along its foot.
 */
export function segmentGridLayout(
  cells: readonly GridCell[],
  width: number,
  options: SegmentGridOptions,
): Drawing {
  const { bins, words } = options;
  const { w, h } = cellSize(width, bins);
  const left = (f: number): number => LEFT + (f - 1) * w;
  const top = (r: number): number => (bins - r) * h;
  const grid = new Grid(cells);
  const high = Math.max(0, ...cells.map((cell) => cell.amount ?? 0));
  const tints = (cell: GridCell) => heatTints(heatStep(cell.amount ?? 0, 0, high));
  const marks: Mark[] = [];
  const stops: Stop[] = [];
  for (const cell of cells) {
    const [x, y] = [left(cell.f), top(cell.r)];
    const wide = w - (grid.joins(cell, cell.r, cell.f + 1) ? WITHIN : APART);
    const tall = h - (grid.joins(cell, cell.r - 1, cell.f) ? WITHIN : APART);
    const { fill, ink } = tints(cell);
    const box = { x: pixel(x), y: pixel(y), width: pixel(wide), height: pixel(tall) };
    marks.push({ kind: 'rect', ...box, fill });
    if (cell.segment !== null && !grid.joins(cell, cell.r, cell.f - 1))
      marks.push({
        kind: 'rect',
        ...box,
        width: STRIP,
        fill: `segment-${words(cell.segment).place}`,
        ...edge(`segment-${words(cell.segment).place}`),
      });
    marks.push({
      kind: 'text',
      x: pixel(x + STRIP + PAD),
      y: pixel(y + h - 12),
      text: fitText(cell.text, wide - STRIP - 8, LABEL_SIZE),
      fill: ink,
      anchor: 'start',
    });
    if (cell.chosen > 0 && cell.chosen < 1)
      marks.push({
        kind: 'rect',
        x: pixel(x),
        y: pixel(y + tall - PART),
        width: pixel(Math.max(2, wide * cell.chosen)),
        height: PART,
        fill: ink,
      });
    stops.push({
      row: bins - cell.r,
      name: cell.name,
      hit: box,
      x: pixel(x + w / 2),
      y: pixel(y),
      shape: 'box',
      key: String((cell.r - 1) * bins + cell.f - 1),
    });
  }
  for (const segment of new Set(cells.map((cell) => cell.segment)))
    if (segment !== null) {
      const own = cells.filter((cell) => cell.segment === segment);
      marks.push(
        ...nameMarks(own, words(segment).name, { left, top, w, ink: (c) => tints(c).ink }),
      );
    }
  for (const cell of cells)
    if (cell.chosen === 1)
      marks.push(...outline(cell, grid, { x: left(cell.f), y: top(cell.r), w, h }));
  marks.push(...scoreMarks(options, w, h));
  return { width: Math.min(width, MAX_WIDTH), height: pixel(bins * h + BOTTOM), marks, stops };
}

interface Placing {
  left: (f: number) => number;
  top: (r: number) => number;
  w: number;
  ink: (cell: GridCell) => ReturnType<typeof heatTints>['ink'];
}

/** The segment's name once, in its top row, over as many cells as it has there, in the ink each cell asks for. */
function nameMarks(own: readonly GridCell[], name: string, { left, top, w, ink }: Placing): Mark[] {
  const row = Math.max(...own.map((cell) => cell.r));
  const cells = own.filter((cell) => cell.r === row).sort((a, b) => a.f - b.f);
  // Across two cells one ink must read on both, and they must stand together.
  const inks = cells.map(ink);
  const together = cells.length > 1 && cells[1].f === cells[0].f + 1 && inks[0] === inks[1];
  const one = w - STRIP - PAD - 2;
  const room = together ? one + w : one;
  const lines =
    textWidth(name, LABEL_SIZE, true) <= room ? [name] : wrapWords(name, one, LABEL_SIZE, true);
  return lines.slice(0, 2).map((line, i) => {
    const width = textWidth(line, LABEL_SIZE, true);
    const size = Math.max(
      SMALLEST,
      Math.min(LABEL_SIZE, Math.floor((LABEL_SIZE * room * 10) / width) / 10),
    );
    return {
      kind: 'text' as const,
      x: pixel(left(cells[0].f) + STRIP + PAD),
      y: pixel(top(row) + 17 + i * 14),
      text: fitText(line, room, size, true),
      fill: inks[0],
      anchor: 'start' as const,
      strong: true,
      size,
    };
  });
}

/** The sides of a chosen cell that border one that is not. */
function outline(
  { r, f }: GridCell,
  grid: Grid,
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
): Mark[] {
  const [right, bottom] = [pixel(x + w - APART / 2), pixel(y + h - APART / 2)];
  const [leftEdge, topEdge] = [pixel(x - APART / 2), pixel(y - APART / 2)];
  const side = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
    stroke: 'ink',
    strokeWidth: 3,
  });
  return [
    ...(grid.chosenWith(r + 1, f) ? [] : [side(leftEdge, topEdge, right, topEdge)]),
    ...(grid.chosenWith(r - 1, f) ? [] : [side(leftEdge, bottom, right, bottom)]),
    ...(grid.chosenWith(r, f - 1) ? [] : [side(leftEdge, topEdge, leftEdge, bottom)]),
    ...(grid.chosenWith(r, f + 1) ? [] : [side(right, topEdge, right, bottom)]),
  ];
}

function scoreMarks(
  { bins, recencyTitle, frequencyTitle }: SegmentGridOptions,
  w: number,
  h: number,
): Mark[] {
  const word = { kind: 'text', fill: 'ink-muted' } as const;
  return [
    ...Array.from({ length: bins }, (_, i): Mark[] => [
      {
        ...word,
        x: LEFT - 8,
        y: pixel((bins - i - 0.5) * h + 4),
        text: String(i + 1),
        anchor: 'end',
      },
      {
        ...word,
        x: pixel(LEFT + (i + 0.5) * w),
        y: pixel(bins * h + 14),
        text: String(i + 1),
        anchor: 'middle',
      },
    ]).flat(),
    { ...word, x: 0, y: pixel(bins * h + 34), text: `↑ ${recencyTitle}`, anchor: 'start' },
    {
      ...word,
      x: pixel(LEFT + bins * w),
      y: pixel(bins * h + 34),
      text: `${frequencyTitle} →`,
      anchor: 'end',
    },
  ];
}
