import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveApart } from '../../src/charts/direct-labels';

it('leaves labels where they are when they are apart', () => {
  expect(moveApart([10, 40, 90], 15, 0, 100)).toEqual([10, 40, 90]);
});

it('moves two that touch by the same way up and down', () => {
  expect(moveApart([50, 52], 16, 0, 100)).toEqual([43, 59]);
});

it('keeps order, gap and bounds for any labels that have room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { minLength: 1, maxLength: 20 }),
      (wanted) => {
        const placed = moveApart(wanted, 15, 0, 400);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
        const along = order.map((i) => placed[i]);
        expect(along[0]).toBeGreaterThanOrEqual(0);
        expect(along[along.length - 1]).toBeLessThanOrEqual(400 + 1e-9);
        for (let i = 1; i < along.length; i++)
          expect(along[i] - along[i - 1]).toBeGreaterThanOrEqual(15 - 1e-9);
      },
    ),
  );
});

it('spreads evenly over a space too small for all', () => {
  expect(moveApart([5, 5, 5], 15, 0, 20)).toEqual([0, 10, 20]);
});
