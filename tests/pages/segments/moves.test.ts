import { expect, test } from 'vitest';
import { moveStates, moveSums, moveTable } from '../../../src/pages/segments/moves';
import { segmentWords } from '../../../src/pages/segments/segment-name';
import type { MigrationAnswer } from '../../../src/worker/contract/migration';

/** Eight were champions: five still are, three went on to be loyal, having brought 40. */
const answer: MigrationAnswer = {
  kind: 'migration',
  dates: { then: '2024-01-01', now: '2024-07-01' },
  range: { from: '2023-01-01', to: '2024-12-31' },
  names: ['champions', 'loyal'],
  moved: Uint32Array.from([5, 3, 1, 4]),
  revenueBefore: Float64Array.from([500, 40, 10, 80]),
  revenueSince: new Float64Array(4),
  arrived: Uint32Array.from([2, 7]),
};

test('those who stayed and those who left are everyone who had bought', () => {
  const sums = moveSums(answer);
  expect(sums.were).toEqual([8, 5]);
  expect(sums.left).toEqual([3, 1]);
  expect(sums.lost).toEqual([40, 10]);
  expect(sums.stayed).toBe(9);
  expect(sums.stayed + sums.left[0] + sums.left[1]).toBe(sums.both);
  expect(sums.arrived).toBe(9);
});

test('the table has a row for each segment then, and one for those who came since', () => {
  const { columns, rows } = moveTable(answer, moveStates(answer, segmentWords));
  expect(columns.slice(1).map(({ label }) => label)).toEqual(['Champions', 'Loyal']);
  expect(rows.map(([, ...counts]) => counts)).toEqual([
    [5, 3],
    [1, 4],
    [2, 7],
  ]);
});
