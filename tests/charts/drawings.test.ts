import { describe, expect, it } from 'vitest';
import { LABEL_SIZE } from '../../src/charts/marks';
import type { Drawing, TextMark } from '../../src/charts/marks';
import { textWidth } from '../../src/charts/text-width';
import { drawings } from './drawings';
import { golden } from './golden';

const WIDTHS = [350, 580, 1150];
const cases = Object.entries(drawings).flatMap(([name, draw]) =>
  WIDTHS.map((width): [string, Drawing] => [`${name}-${width}`, draw(width)]),
);

interface Placed {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function placed(mark: TextMark): Placed {
  const size = mark.size ?? LABEL_SIZE;
  const width = textWidth(mark.text, size, mark.strong);
  const left = mark.x - { start: 0, middle: width / 2, end: width }[mark.anchor];
  return {
    text: mark.text,
    left,
    right: left + width,
    top: mark.y - size * 0.72,
    bottom: mark.y,
  };
}

describe.each(cases)('%s', (name, drawing) => {
  const texts = drawing.marks.filter((mark) => mark.kind === 'text').map(placed);

  it('is drawn as kept in its golden file (UPDATE_GOLDEN=1 keeps a new one)', () => {
    const { drawn, kept } = golden(name, drawing);
    expect(drawn).toBe(kept);
  });

  it('keeps every word inside the figure', () => {
    const outside = texts.filter(
      ({ left, right, top, bottom }) =>
        left < -1 || right > drawing.width + 4 || top < -1 || bottom > drawing.height + 1,
    );
    expect(outside).toEqual([]);
  });

  it('sets no word over another', () => {
    const over = texts.flatMap((a, i) =>
      texts
        .slice(i + 1)
        .filter(
          (b) =>
            a.left < b.right - 1 &&
            b.left < a.right - 1 &&
            a.top < b.bottom - 1 &&
            b.top < a.bottom - 1,
        )
        .map((b) => `${a.text} / ${b.text}`),
    );
    expect(over).toEqual([]);
  });

  it('has only finite places and names', () => {
    expect(JSON.stringify(drawing)).not.toMatch(/null|NaN|Infinity|undefined/);
    expect(drawing.stops.filter((stop) => !stop.name.trim())).toEqual([]);
  });
});
