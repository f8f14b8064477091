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
  const room = box.width - 14;
  const lines = wrapWords(area.label, room, LABEL_SIZE, true);
  if (lines.some((line) => textWidth(line, LABEL_SIZE, true) > room)) return [];
  if (box.height < lines.length * 15 + 8) return [];
  const fill = `on-segment-${area.place}` as const;
  const words = lines.map((text, i): Mark => ({
    kind: 'text',
    x: box.x + 8,
    y: pixel(box.y + 18 + i * 15),
    text,
    fill,
    anchor: 'start',
    strong: true,
  }));
  const y = box.y + 18 + lines.length * 15;
  if (y + 6 <= box.y + box.height && textWidth(area.text, LABEL_SIZE) <= room)
    words.push({ kind: 'text', x: box.x + 8, y: pixel(y), text: area.text, fill, anchor: 'start' });
  return words;
}
