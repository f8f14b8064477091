import { LABEL_SIZE, pixel } from '../../charts/marks';
import type { Box, Drawing, Mark, Size, Stop, Tint } from '../../charts/marks';
import { textWidth } from '../../charts/text-width';
import { wrapWords } from '../../charts/wrap-words';
import { squarify } from './squarify';

export interface Area {
  /** Identifier of the segment. */
  segment: string;
  label: string;
  /** Place in the palette. */
  place: number;
  /** Area in proportion to it; positive. */
  amount: number;
  /** Under the label: the amount as shown. */
  text: string;
  /** Accessible name and tooltip. */
  name: string;
}

const GAP = 2;
const LINE = 15;
/** Least type size of a name. */
const SMALLEST = 9.5;

/** Segments as areas in proportion to their amounts, the largest first, each with its name where it finds room. */
export function areasLayout(areas: readonly Area[], size: Size, selected: string | null): Drawing {
  const ordered = [...areas].sort((a, b) => b.amount - a.amount);
  const boxes = squarify(
    ordered.map((area) => area.amount),
    { x: 0, y: 0, ...size },
  );
  const marks: Mark[] = [];
  const stops: Stop[] = [];
  const outlines: Mark[] = [];
  for (const [i, area] of ordered.entries()) {
    const box = {
      x: pixel(boxes[i].x),
      y: pixel(boxes[i].y),
      width: pixel(Math.max(1, boxes[i].width - GAP)),
      height: pixel(Math.max(1, boxes[i].height - GAP)),
    };
    marks.push({ kind: 'rect', ...box, fill: `segment-${area.place}` }, ...wordMarks(area, box));
    // Ink and paper side by side: one of the two shows on every fill.
    if (area.segment === selected)
      outlines.push(frame(box, 1.5, 'ink', 3), frame(box, 4, 'paper', 2));
    stops.push({
      // One row: left and right walk from the largest to the smallest along the drawing.
      row: 0,
      name: area.name,
      hit: box,
      x: pixel(box.x + box.width / 2),
      y: box.y,
      shape: 'box',
      key: area.segment,
    });
  }
  return { ...size, marks: [...marks, ...outlines], stops };
}

function frame(
  { x, y, width, height }: Box,
  inset: number,
  stroke: Tint,
  strokeWidth: number,
): Mark {
  const [w, h] = [Math.max(0, width - 2 * inset), Math.max(0, height - 2 * inset)].map(pixel);
  return {
    kind: 'path',
    d: `M${pixel(x + inset)} ${pixel(y + inset)}h${w}v${h}h${-w}z`,
    fill: 'none',
    stroke,
    strokeWidth,
  };
}

/** Name and amount, or what of them fits; nothing rather than a fragment. */
function wordMarks(area: Area, box: Box): Mark[] {
  const room = box.width - 12;
  const lines = wrapWords(area.label, room, LABEL_SIZE, true);
  const widest = Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE, true)));
  const size = Math.min(LABEL_SIZE, Math.floor((LABEL_SIZE * room * 10) / widest) / 10);
  if (size < SMALLEST || box.height < lines.length * LINE + 8) return [];
  const place = {
    kind: 'text',
    x: pixel(box.x + 7),
    fill: `on-segment-${area.place}`,
    anchor: 'start',
  } as const;
  const words = lines.map((text, i): Mark => ({
    ...place,
    y: pixel(box.y + 18 + i * LINE),
    text,
    strong: true,
    size,
  }));
  const y = pixel(box.y + 18 + lines.length * LINE);
  if (y + 6 <= box.y + box.height && textWidth(area.text, LABEL_SIZE) <= room)
    words.push({ ...place, y, text: area.text });
  return words;
}
