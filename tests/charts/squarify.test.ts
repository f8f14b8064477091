import fc from 'fast-check';
import { expect, it } from 'vitest';
import { squarify } from '../../src/charts/area/squarify';

it('draws the worked example of Bruls, Huizing and van Wijk: 6 6 4 3 2 2 1 in 6 by 4', () => {
  const boxes = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
  expect(boxes[0]).toEqual({ x: 0, y: 0, width: 3, height: 2 });
  expect(boxes[1]).toEqual({ x: 0, y: 2, width: 3, height: 2 });
  expect(boxes[2].width).toBeCloseTo(12 / 7);
  expect(boxes[2].height).toBeCloseTo(7 / 3);
});

it('gives each its share of the area, within the box', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 15 }),
      (values) => {
        const areas = values.sort((a, b) => b - a);
        const total = areas.reduce((sum, area) => sum + area, 0);
        const boxes = squarify(areas, { x: 0, y: 0, width: 400, height: 300 });
        for (const [i, box] of boxes.entries()) {
          expect(box.width * box.height).toBeCloseTo((areas[i] / total) * 120_000, 4);
          expect(box.x + box.width).toBeLessThanOrEqual(400 + 1e-6);
          expect(box.y + box.height).toBeLessThanOrEqual(300 + 1e-6);
        }
      },
    ),
  );
});
