import { expect, test } from 'vitest';
import { contourLayout } from '../../src/charts/contour/layout';

const xs = [0.5, 1.5, 2.5, 3.5];
const ys = [0.5, 1.5, 2.5];
const surface = { xs, ys, values: ys.map((y) => xs.map((x) => x * y)) };
const options = {
  x: { domain: [0, 4] as const, format: String },
  y: { domain: [0, 3] as const, format: String },
  format: (value: number) => (Number.isFinite(value) ? value.toFixed(1) : null),
  now: { x: 2, y: 1.5, value: 3, label: 'now' },
};

test('every cell can be rested on, the top row first, and says both settings and the value', () => {
  const { stops } = contourLayout(surface, { width: 400, height: 300 }, options);
  expect(stops.length).toBe(12);
  const topRight = stops.find((stop) => stop.key === '3,2');
  expect(topRight).toMatchObject({ row: 0, name: expect.stringContaining('8.8') as string });
});

test('the present point and its own line are drawn over everything', () => {
  const { marks } = contourLayout(surface, { width: 400, height: 300 }, options);
  const dot = marks.findIndex((mark) => mark.kind === 'dot');
  const line = marks.findIndex((mark) => mark.kind === 'path' && mark.stroke === 'model');
  const lastCell = marks.findLastIndex(
    (mark) => mark.kind === 'path' && mark.fill.startsWith('heat'),
  );
  expect(line).toBeGreaterThan(lastCell);
  expect(dot).toBeGreaterThan(line);
});

test('a cell without an end is drawn as the most there is, and reads as a dash', () => {
  const endless = { xs, ys, values: surface.values.map((row) => [Infinity, ...row.slice(1)]) };
  const { marks, stops } = contourLayout(endless, { width: 400, height: 300 }, options);
  expect(stops.find((stop) => stop.key === '0,0')?.name).toContain('–');
  expect(marks.some((mark) => mark.kind === 'path' && mark.fill === 'heat-8')).toBe(true);
  expect(JSON.stringify(marks)).not.toMatch(/NaN|null|Infinity/);
});
