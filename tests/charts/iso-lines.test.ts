import { expect, test } from 'vitest';
import { isoLine } from '../../src/charts/contour/iso-lines';

test('on a plane, the line of equal value is straight and exact', () => {
  // value = x + y over 3 x 3: x + y = 1.5 runs from (1.5, 0) to (0, 1.5).
  const values = [0, 1, 2].map((y) => [0, 1, 2].map((x) => x + y));
  const { segments } = isoLine(values, 1.5);
  expect(segments.length).toBe(3);
  for (const [x1, y1, x2, y2] of segments) {
    expect(x1 + y1).toBeCloseTo(1.5, 12);
    expect(x2 + y2).toBeCloseTo(1.5, 12);
  }
});

test('a saddle gives two lines that do not cross; the middle says which corners belong together', () => {
  const [low] = [
    isoLine(
      [
        [1, 0],
        [0, 1],
      ],
      0.4,
    ).segments,
  ];
  // The mean 0.5 is above 0.4: the high corners are joined, the lines cut off the low ones.
  expect(low).toEqual(
    [
      [0.6, 0, 1, 0.4],
      [0.4, 1, 0, 0.6],
    ].map((segment) => segment.map((at) => expect.closeTo(at, 12) as number)),
  );
  const high = isoLine(
    [
      [1, 0],
      [0, 1],
    ],
    0.6,
  ).segments;
  expect(high.length).toBe(2);
  for (const [x1, y1, x2, y2] of high)
    // Each cuts off one high corner: (0, 0) or (1, 1).
    expect(Math.abs(x1 + y1 + x2 + y2 - 2)).toBeGreaterThan(1);
});

test('where a value has no end there is no line', () => {
  expect(
    isoLine(
      [
        [0, 2],
        [0, Infinity],
      ],
      1,
    ).segments,
  ).toEqual([]);
});

test('a level that is nowhere has no line', () => {
  expect(
    isoLine(
      [
        [0, 1],
        [1, 2],
      ],
      5,
    ).segments,
  ).toEqual([]);
});
