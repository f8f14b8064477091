import { figures_item } from '../../text/paraglide/messages';
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

/** A whole divided into areas in proportion, each with its name where it fits; the largest first. */
export function areaLayout(shares: readonly Share[], size: Size): Drawing {
  const sorted = shares.filter((share) => share.value > 0).sort((a, b) => b.value - a.value);
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
    marks.push(...words(share, box));
    stops.push({
      row: i,
      name: share.name ?? figures_item({ name: share.label, value: share.note }),
      hit: box,
      x: pixel(box.x + box.width / 2),
      y: box.y,
      shape: 'box',
      ...(share.key === undefined ? {} : { key: share.key }),
    });
  }
  // One row: the areas are a list, and every arrow should lead on.
  return { ...size, marks, stops: stops.map((stop) => ({ ...stop, row: 0 })) };
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
