import { heatStep, heatTints } from '../../charts/heat-steps';
import { LABEL_SIZE, pixel } from '../../charts/marks';
import type { Drawing, Mark, Stop } from '../../charts/marks';
import { fitText, textWidth } from '../../charts/text-width';
import { wrapWords } from '../../charts/wrap-words';

export interface ScoreCell {
  /** Scores from 1 (worst) to the number of bins. */
  r: number;
  f: number;
  /** Identifier of the segment that fills the cell; null where there is none or several. */
  segment: string | null;
  /** What shades the cell. */
  amount: number;
  /** The amount as shown. */
  text: string;
  /** Accessible name and tooltip. */
  name: string;
}

export interface ScoreGridOptions {
  /** Scores 1 to `bins` on both sides. */
  bins: number;
  recencyTitle: string;
  frequencyTitle: string;
  /** Name and place in the palette of a segment. */
  words: (segment: string) => { name: string; place: number };
  /** The segment whose cells are outlined. */
  selected: string | null;
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

/**
 * Recency by frequency as a heat map: recent buyers on top, frequent ones right, shaded by the amount. A strip in the
 * segment's colour at its left edge and its name say which segment a cell belongs to; cells of one stand together.
 */
export function scoreGridLayout(
  cells: readonly ScoreCell[],
  width: number,
  options: ScoreGridOptions,
): Drawing {
  const { bins, words, selected } = options;
  const w = (Math.min(width, MAX_WIDTH) - LEFT) / bins;
  const h = Math.min(80, Math.max(58, w * 0.64));
  const left = (f: number): number => LEFT + (f - 1) * w;
  const top = (r: number): number => (bins - r) * h;
  const at = new Map(cells.map((cell) => [cell.r * 100 + cell.f, cell]));
  const sameAs = (cell: ScoreCell, r: number, f: number): boolean =>
    at.get(r * 100 + f)?.segment === cell.segment;
  const high = Math.max(0, ...cells.map((cell) => cell.amount));
  const marks: Mark[] = [];
  const stops: Stop[] = [];
  for (const cell of cells) {
    const [x, y] = [left(cell.f), top(cell.r)];
    const wide = w - (sameAs(cell, cell.r, cell.f + 1) ? WITHIN : APART);
    const tall = h - (sameAs(cell, cell.r - 1, cell.f) ? WITHIN : APART);
    const { fill, ink } = heatTints(heatStep(cell.amount, 0, high));
    const box = { x: pixel(x), y: pixel(y), width: pixel(wide), height: pixel(tall) };
    marks.push({ kind: 'rect', ...box, fill });
    if (cell.segment !== null && !sameAs(cell, cell.r, cell.f - 1))
      marks.push({
        kind: 'rect',
        ...box,
        width: STRIP,
        fill: `segment-${words(cell.segment).place}`,
      });
    marks.push({
      kind: 'text',
      x: pixel(x + STRIP + PAD),
      y: pixel(y + h - 12),
      text: fitText(cell.text, wide - STRIP - 8, LABEL_SIZE),
      fill: ink,
      anchor: 'start',
    });
    stops.push({
      row: bins - cell.r,
      name: cell.name,
      hit: box,
      x: pixel(x + w / 2),
      y: pixel(y),
      shape: 'box',
      ...(cell.segment === null ? {} : { key: cell.segment }),
    });
  }
  for (const segment of new Set(cells.map((cell) => cell.segment)))
    if (segment !== null) {
      const own = cells.filter((cell) => cell.segment === segment);
      marks.push(...nameMarks(own, words(segment).name, high, { left, top, w }));
    }
  if (selected !== null)
    for (const cell of cells.filter((one) => one.segment === selected))
      marks.push(...outline(cell, sameAs, { x: left(cell.f), y: top(cell.r), w, h }));
  marks.push(...scoreMarks(options, w, h));
  return { width: Math.min(width, MAX_WIDTH), height: bins * h + BOTTOM, marks, stops };
}

/** The segment's name once, in its top row, over as many cells as it has there, in the ink each cell asks for. */
function nameMarks(
  own: readonly ScoreCell[],
  name: string,
  high: number,
  { left, top, w }: { left: (f: number) => number; top: (r: number) => number; w: number },
): Mark[] {
  const row = Math.max(...own.map((cell) => cell.r));
  const cells = own.filter((cell) => cell.r === row).sort((a, b) => a.f - b.f);
  // Across two cells one ink must read on both: only where they share it.
  const inks = cells.map((cell) => heatTints(heatStep(cell.amount, 0, high)).ink);
  const one = w - STRIP - PAD - 2;
  const room = cells.length > 1 && inks[0] === inks[1] ? one + w : one;
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

/** The sides of a cell that border another segment. */
function outline(
  cell: ScoreCell,
  sameAs: (cell: ScoreCell, r: number, f: number) => boolean,
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
    ...(sameAs(cell, cell.r + 1, cell.f) ? [] : [side(leftEdge, topEdge, right, topEdge)]),
    ...(sameAs(cell, cell.r - 1, cell.f) ? [] : [side(leftEdge, bottom, right, bottom)]),
    ...(sameAs(cell, cell.r, cell.f - 1) ? [] : [side(leftEdge, topEdge, leftEdge, bottom)]),
    ...(sameAs(cell, cell.r, cell.f + 1) ? [] : [side(right, topEdge, right, bottom)]),
  ];
}

function scoreMarks(
  { bins, recencyTitle, frequencyTitle }: ScoreGridOptions,
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
