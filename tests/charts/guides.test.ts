import { describe, expect, it } from 'vitest';
import { guideMarks, traceOf, type Guide, type Trace } from '../../src/charts/guides';
import type { TextMark } from '../../src/charts/marks';
import { plot } from '../../src/charts/plot';

const SIZE = { width: 600, height: 300 };
const frame = plot({
  size: SIZE,
  x: { kind: 'number', domain: [0, 100] },
  y: { domain: [0, 10], format: String },
});
const level: Guide = { axis: 'y', at: 5, label: 'mean 5.00' };
const upright: Guide = { axis: 'x', at: 20, label: 'a threshold' };

function label(guide: Guide, traces: Trace[]): TextMark {
  const [mark] = guideMarks([guide], frame, traces).labels;
  if (mark.kind !== 'text') throw new Error(mark.kind);
  return mark;
}

/** A curve through points of the data. */
function curve(...points: [number, number][]): Trace {
  return points.map(([x, y]) => ({ x: frame.x(x), y: frame.y(y) }));
}

describe('the label of a guide', () => {
  it('of a level one stands above its right end, or below where it would leave the plot', () => {
    const { x, y } = label(level, []);
    expect({ x, y }).toEqual({ x: frame.right, y: frame.y(5) - 5 });
    expect(label({ ...level, at: 10 }, []).y).toBeGreaterThan(frame.y(10));
  });

  it('of a level one moves to where no curve passes', () => {
    const steep = curve([90, 2], [95, 9], [100, 2]);
    expect(label(level, [steep]).x).toBeLessThan(frame.x(93));
    // Right above the whole of the guide: only below is free.
    const along = curve([0, 5.3], [100, 5.3]);
    const below = label(level, [along]);
    expect(below.x).toBe(frame.right);
    expect(below.y).toBeGreaterThan(frame.y(5));
  });

  it('of an upright one moves down below a curve and other labels', () => {
    const top = label(upright, []).y;
    const roof = curve([0, 9.8], [100, 9.8]);
    expect(label(upright, [roof]).y).toBeGreaterThan(frame.y(9.8) + 8);
    const [, second] = guideMarks([upright, { ...upright, at: 22 }], frame).labels;
    expect(second).toMatchObject({ y: top + 15 });
  });

  it('stays where it belongs when no place is free', () => {
    const mesh = Array.from({ length: 60 }, (_, k) => curve([0, k / 6], [100, k / 6]));
    expect(label(level, mesh)).toEqual(label(level, []));
    expect(label(upright, mesh)).toEqual(label(upright, []));
  });

  it('knows the corners of steps', () => {
    const steps = traceOf(curve([0, 9], [60, 5], [100, 1]), true);
    expect(steps).toEqual(curve([0, 9], [60, 9], [60, 5], [100, 5], [100, 1]));
  });
});
