import { figures_item } from '../../text/paraglide/messages';
import { key } from '../key';
import { LABEL_SIZE, pixel } from '../marks';
import type { Drawing, Mark, Size, Stop } from '../marks';
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
}

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
  const stops: Stop[] = [];
  for (const [i, share] of sorted.entries()) {
    const box = {
      x: pixel(boxes[i].x),
      y: pixel(boxes[i].y),
      width: pixel(Math.max(1, boxes[i].width - 1.5)),
      height: pixel(Math.max(1, boxes[i].height - 1.5)),
    };
    marks.push({ kind: 'rect', ...box, fill: `segment-${share.segment}` });
    const named = words(share, box);
    if (!named.length) unnamed.push(share);
    marks.push(...named);
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
  return { marks, stops, unnamed };
}

function words(share: Share, box: { x: number; y: number; width: number; height: number }): Mark[] {
  const lines = wrapWords(share.label, box.width - 12, LABEL_SIZE, true);
  const wide = lines.every((line) => textWidth(line, LABEL_SIZE, true) <= box.width - 12);
  if (!wide || box.height < lines.length * 15 + 8) return [];
  const fits = box.height >= (lines.length + 1) * 15 + 8;
  return [...lines, ...(fits ? [share.note] : [])].map((text, i) => ({
    kind: 'text',
    x: pixel(box.x + 7),
    y: pixel(box.y + 17 + i * 15),
    text,
    fill: `on-segment-${share.segment}`,
    anchor: 'start',
    strong: i < lines.length,
  }));
}
