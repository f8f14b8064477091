import { expect, test } from 'vitest';
import { heatDomain } from '../../../src/pages/retention/heat-domain';

test('a tiny cohort does not stretch the scale', () => {
  const large = { size: 1000, values: [1, 0.14, 0.12, 0.15, null] };
  const tiny = { size: 3, values: [1, 2 / 3, null, null, null] };
  expect(heatDomain([large, tiny], 1)).toEqual([0, 0.15]);
});

test('cohorts alike in size reach to the largest rate', () => {
  expect(
    heatDomain(
      [
        { size: 10, values: [0.1, 0.5] },
        { size: 10, values: [-0.2, 0.3] },
      ],
      0,
    ),
  ).toEqual([-0.2, 0.5]);
});

test('nothing to tell apart', () => {
  expect(heatDomain([], 0)).toEqual([0, 0]);
  expect(heatDomain([{ size: 5, values: [1, null] }], 1)).toEqual([0, 0]);
});
