import { LABEL_SIZE, pixel } from './marks';
import type { Mark, Tone } from './marks';
import type { Plot } from './plot';
import { textWidth } from './text-width';

/** A line across the plot that the finding refers to: a threshold, the end of the calibration, an average. */
export interface Guide {
  /** At an x (upright) or at a y (level). */
  axis: 'x' | 'y';
  at: number;
  label: string;
  tone?: Tone;
}

const LINE = 15;

/** Guides with their labels, turned inwards at the right edge and stacked where they would touch. */
export function guideMarks(guides: readonly Guide[], plot: Plot): Mark[] {
  const marks: Mark[] = [];
  const taken: { from: number; to: number; line: number }[] = [];
  for (const guide of guides) {
    const fill = guide.tone ?? 'ink-muted';
    const width = textWidth(guide.label, LABEL_SIZE);
    if (guide.axis === 'y') {
      const y = pixel(plot.y(guide.at));
      if (y < plot.top - 0.5 || y > plot.bottom + 0.5) continue;
      marks.push(
        { kind: 'line', x1: plot.left, y1: y, x2: plot.right, y2: y, stroke: fill, dashed: true },
        {
          kind: 'text',
          x: plot.right,
          y: pixel(y - plot.top < LINE ? y + LINE : y - 5),
          text: guide.label,
          fill,
          anchor: 'end',
          halo: true,
        },
      );
      continue;
    }
    const x = pixel(plot.x(guide.at));
    if (x < plot.left - 0.5 || x > plot.right + 0.5) continue;
    const inwards = x + 6 + width > plot.right && x - 6 - width > plot.left;
    const from = inwards ? x - 6 - width : x + 6;
    const to = from + width;
    let line = 0;
    while (taken.some((other) => other.line === line && from < other.to + 8 && to > other.from - 8))
      line += 1;
    taken.push({ from, to, line });
    marks.push(
      { kind: 'line', x1: x, y1: plot.top, x2: x, y2: plot.bottom, stroke: fill, dashed: true },
      {
        kind: 'text',
        x: pixel(inwards ? x - 6 : x + 6),
        y: pixel(plot.top + 11 + line * LINE),
        text: guide.label,
        fill,
        anchor: inwards ? 'end' : 'start',
        halo: true,
      },
    );
  }
  return marks;
}
