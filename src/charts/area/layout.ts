import { figures_item } from '../../text/paraglide/messages';
import { edge } from '../edge';
import { key } from '../key';
import { LABEL_SIZE, pixel } from '../marks';
import type { Box, Drawing, Mark, Size, Stop, Tint } from '../marks';
import { textWidth } from '../text-width';
import { wrapWords } from '../wrap-words';
import { squarify } from './squarify';

export interface Share {
  label: string;
  /** Area; shares of zero or less are left out. */
  value: number;
  /** As shown in the area: "14%". */
  note: string;
  /** Place of the segment from best (1) to lost (11). */
  segment: number;
  name?: string;
  key?: string;
  /** Framed. */
  chosen?: boolean;
}

const LINE = 15;
/** Least type size of a name. */
const SMALLEST = 9.5;

/**
 * A whole divided into areas in proportion, the largest first. Each bears its name; those too small for theirs are named
 * in a key under the drawing.
 */
export function areaLayout(shares: readonly Share[], size: Size): Drawing {
  const sorted = shares.filter((share) => share.value > 0).sort((a, b) => b.value - a.value);
  let unnamed: Share[] = [];
  let drawing = divided(sorted, size);
  // A key takes height from the areas, which may cost one more its name; thrice is more than ever needed.
  for (let pass = 0; pass < 3 && drawing.unnamed.length > unnamed.length; pass++) {
    unnamed = drawing.unnamed;
    drawing = divided(sorted, { ...size, height: size.height - keyOf(unnamed, size).height - 8 });
  }
  return {
    ...size,
    marks: [...drawing.marks, ...keyOf(drawing.unnamed, size).marks],
    stops: drawing.stops,
  };
}

/** Stands at the foot of the drawing. */
function keyOf(unnamed: readonly Share[], size: Size): ReturnType<typeof key> {
  const entries = unnamed.map((share) => ({
    name: `${share.label} ${share.note}`,
    tint: `segment-${share.segment}` as const,
    shape: 'box' as const,
  }));
  const { height } = key(entries, 0, size.width);
  return key(entries, size.height - height + 4, size.width);
}

function divided(
  sorted: readonly Share[],
  size: Size,
): Pick<Drawing, 'marks' | 'stops'> & { unnamed: Share[] } {
  const unnamed: Share[] = [];
  const boxes = squarify(
    sorted.map((share) => share.value),
    { x: 0, y: 0, ...size },
  );
  const marks: Mark[] = [];
  const frames: Mark[] = [];
  const stops: Stop[] = [];
  for (const [i, share] of sorted.entries()) {
    const box = {
      x: pixel(boxes[i].x),
      y: pixel(boxes[i].y),
      width: pixel(Math.max(1, boxes[i].width - 1.5)),
      height: pixel(Math.max(1, boxes[i].height - 1.5)),
    };
    const fill: Tint = `segment-${share.segment}`;
    marks.push({ kind: 'rect', ...box, fill, ...edge(fill) });
    const named = words(share, box);
    if (!named.length) unnamed.push(share);
    marks.push(...named);
    // Ink and paper side by side: one of the two shows on every fill.
    if (share.chosen) frames.push(frame(box, 1.5, 'ink', 3), frame(box, 4, 'paper', 2));
    stops.push({
      // One row: the areas are a list, and every arrow should lead on.
      row: 0,
      name: share.name ?? figures_item({ name: share.label, value: share.note }),
      hit: box,
      x: pixel(box.x + box.width / 2),
      y: box.y,
      shape: 'box',
      ...(share.key === undefined ? {} : { key: share.key }),
    });
  }
  return { marks: [...marks, ...frames], stops, unnamed };
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
function words(share: Share, box: Box): Mark[] {
  const room = box.width - 12;
  const lines = wrapWords(share.label, room, LABEL_SIZE, true);
  const widest = Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE, true)));
  const size = Math.min(LABEL_SIZE, Math.floor((LABEL_SIZE * room * 10) / widest) / 10);
  if (size < SMALLEST || box.height < lines.length * LINE + 8) return [];
  const fits =
    box.height >= (lines.length + 1) * LINE + 8 && textWidth(share.note, LABEL_SIZE) <= room;
  const place = (i: number) =>
    ({
      kind: 'text',
      x: pixel(box.x + 7),
      y: pixel(box.y + 17 + i * LINE),
      fill: `on-segment-${share.segment}`,
      anchor: 'start',
    }) as const;
  return [
    ...lines.map((text, i): Mark => ({ ...place(i), text, strong: true, size })),
    ...(fits ? [{ ...place(lines.length), text: share.note }] : []),
  ];
}
