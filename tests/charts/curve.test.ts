import { expect, test } from 'vitest';
import { curveLayout } from '../../src/charts/curve/layout';

const points = Array.from({ length: 40 }, (_, i) => ({ x: (i + 1) / 2, y: 200 / (i + 1) }));
const options = {
  x: { domain: [0, 20] as const, format: (x: number) => `${x}%` },
  y: { domain: [0, 25] as const, format: (y: number) => `${y}` },
  handles: [
    { key: 'a', name: 'Before', x: 10, y: 10, label: 'ten', tone: 'benchmark' as const },
    { key: 'b', name: 'After', x: 5, y: 20, label: 'twenty', tone: 'accent' as const },
  ],
  rise: { from: 'a', to: 'b', label: '+10' },
};
const curve = { name: 'Lifespan', tone: 'accent' as const, points };

test('a handle stands where the axes say, and the axis leads back to its x', () => {
  const drawing = curveLayout([curve], { width: 600, height: 300 }, options);
  const [before, after] = drawing.handles;
  expect(drawing.across.invert(before.left)).toBeCloseTo(10, 1);
  expect(after.top).toBeLessThan(before.top);
  expect(drawing.marks.some((mark) => mark.kind === 'text' && mark.text === '+10')).toBe(true);
});

test('what leaves the frame at the top is cut there, an endless value stands at the top', () => {
  const drawing = curveLayout(
    [curve],
    { width: 600, height: 300 },
    {
      ...options,
      handles: [{ ...options.handles[0], x: 0, y: Infinity }],
      rise: null,
    },
  );
  const path = drawing.marks.find((mark) => mark.kind === 'path');
  const highest = Math.min(
    ...[...(path?.kind === 'path' ? path.d : '').matchAll(/,(-?[\d.]+)/g)].map(([, y]) =>
      Number(y),
    ),
  );
  expect(highest).toBeGreaterThanOrEqual(0);
  expect(drawing.handles[0].top).toBeCloseTo(highest, 1);
  expect(drawing.stops.every((stop) => stop.y >= highest - 0.01)).toBe(true);
});
