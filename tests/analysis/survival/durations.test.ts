import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Durations, survivalOfDurations } from '../../../src/analysis/survival/durations';
import { groupedSurvival } from '../../../src/analysis/survival/grouped';
import { realFile } from '../models/read-log';
import { onRealFile } from '../models/real-file';

/** A file of durations: the columns by their place. */
function durationsOf(file: string, time: number, ended: number, attribute: number): Durations {
  const [head, ...rows] = readFileSync(realFile(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const values = [...new Set(rows.map((row) => row[attribute]))];
  return {
    duration: Float64Array.from(rows, (row) => Number(row[time])),
    ended: Uint8Array.from(rows, (row) => Number(row[ended])),
    attributes: [
      {
        name: head[attribute],
        values,
        code: Uint32Array.from(rows, (row) => values.indexOf(row[attribute])),
      },
    ],
  };
}

onRealFile('survival_waltons.csv', 'durations of the Waltons', () => {
  test('half live to 56; the control group longer, chi-squared 122.25', () => {
    const { all, groups, logRank } = survivalOfDurations(
      durationsOf('survival_waltons.csv', 0, 1, 2),
      0,
    );
    expect(all.subjects).toBe(163);
    expect(all.curve.median).toBe(56);
    expect(groups.map(({ name, subjects, curve }) => [name, subjects, curve.median])).toEqual([
      ['control', 129, 58],
      ['miR-137', 34, 26],
    ]);
    expect(logRank?.statistic).toBeCloseTo(122.249, 3);
    expect(logRank?.degrees).toBe(1);
    // Means are only compared up to a time that both groups reach.
    expect(groups[0].mean.horizon).toBe(groups[1].mean.horizon);
  });
});

onRealFile('survival_gbsg2.csv', 'durations of the breast cancer study', () => {
  test('half live 1,807 days; with hormone therapy longer, chi-squared 8.565', () => {
    const { all, logRank } = survivalOfDurations(durationsOf('survival_gbsg2.csv', 8, 9, 0), 0);
    expect(all.subjects).toBe(686);
    expect(all.events).toBe(299);
    expect(all.curve.median).toBe(1807);
    expect(logRank?.statistic).toBeCloseTo(8.565, 2);
  });
});

describe('groups of lifetimes', () => {
  const lifetimes = {
    duration: Float64Array.from({ length: 80 }, (_, i) => 1 + (i % 13)),
    event: Uint8Array.from({ length: 80 }, (_, i) => (i % 4 === 0 ? 0 : 1)),
  };

  test('more than six: the five largest alone, the others as one, and nobody lost', () => {
    const names = Array.from({ length: 20 }, (_, i) => `g${i}`);
    const of = Uint32Array.from({ length: 80 }, (_, i) => Math.floor(Math.sqrt(i * 4)));
    const { all, groups, others } = groupedSurvival(lifetimes, { names, of });
    expect(groups).toHaveLength(6);
    expect(groups.reduce((sum, { subjects }) => sum + subjects, 0)).toBe(all.subjects);
    expect(groups[5].subjects).toBe(others);
    const alone = groups.slice(0, 5).map(({ subjects }) => subjects);
    expect(alone).toEqual([...alone].sort((a, b) => b - a));
  });

  test('one group alone is everyone, and cannot be tested', () => {
    const { all, groups, logRank } = groupedSurvival(lifetimes, {
      names: ['all', 'nobody'],
      of: new Uint8Array(80),
    });
    expect(groups).toHaveLength(1);
    expect(groups[0].curve).toEqual(all.curve);
    expect(logRank).toBeNull();
  });
});
