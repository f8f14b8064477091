import { expect, it } from 'vitest';
import { cutAt } from '../../src/charts/lines/cut';

it('ends a curve exactly where it leaves the axis', () => {
  expect(
    cutAt(
      [
        { x: 0, y: 30 },
        { x: 1, y: 10 },
      ],
      [0, 20],
    ),
  ).toEqual([
    { x: 0, y: null },
    { x: 0.5, y: 20 },
    { x: 1, y: 10 },
  ]);
});

it('keeps the piece of a segment that crosses the axis from below to above', () => {
  expect(
    cutAt(
      [
        { x: 0, y: -10 },
        { x: 4, y: 30 },
      ],
      [0, 20],
    ),
  ).toEqual([
    { x: 0, y: null },
    { x: 1, y: 0 },
    { x: 3, y: 20 },
    { x: 4, y: null },
  ]);
});

it('leaves a curve within the axis as it is, gaps too', () => {
  const points = [
    { x: 0, y: 1 },
    { x: 1, y: null },
    { x: 2, y: 3 },
  ];
  expect(cutAt(points, [0, 20])).toEqual(points);
});
