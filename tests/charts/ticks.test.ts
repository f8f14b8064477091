import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_SIZE } from '../../src/charts/marks';
import { textWidth } from '../../src/charts/text-width';
import { fittingTicks, numberTicks, timeTicks } from '../../src/charts/ticks';
import { compact, integer } from '../../src/text/format';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

describe('number ticks', () => {
  it('are round and include zero', () => {
    expect(numberTicks(0, 3400, 5, compact).map((tick) => tick.value)).toEqual([
      0, 1000, 2000, 3000,
    ]);
  });

  it('never exceed the count asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 8 }),
        (low, length, count) => {
          expect(numberTicks(low, low + length, count, String).length).toBeLessThanOrEqual(count);
        },
      ),
    );
  });

  it('say no label twice: half counts of customers are left out', () => {
    const labels = numberTicks(0, 2, 5, integer).map((tick) => tick.label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('leave room between labels', () => {
    for (const width of [120, 240, 480]) {
      const found = fittingTicks(0, 1_234_567, width, integer);
      for (const [i, tick] of found.slice(1).entries()) {
        const apart = ((tick.value - found[i].value) / 1_234_567) * width;
        expect(apart).toBeGreaterThan(textWidth(tick.label, LABEL_SIZE));
      }
    }
  });
});

describe('time ticks', () => {
  it('name each January with its year and other months alone', () => {
    const labels = timeTicks(day('1997-01-01'), day('1998-06-30'), 1100).map((tick) => tick.label);
    expect(labels.slice(0, 3)).toEqual(['Jan 1997', 'Feb', 'Mar']);
    expect(labels).toContain('Jan 1998');
    expect(labels).toHaveLength(18);
  });

  it('fall on firsts of quarters, half years or years where room is short', () => {
    expect(timeTicks(day('1997-01-01'), day('1998-06-30'), 340).map((tick) => tick.value)).toEqual(
      ['1997-01-01', '1997-04-01', '1997-07-01', '1997-10-01', '1998-01-01', '1998-04-01'].map(day),
    );
    expect(timeTicks(day('1990-05-03'), day('2020-02-01'), 300).map((tick) => tick.label)).toEqual([
      '1995',
      '2000',
      '2005',
      '2010',
      '2015',
      '2020',
    ]);
  });

  it('lie within the axis, in order, labels apart, for any period and width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 30_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 150, max: 1200 }),
        (low, length, width) => {
          const found = timeTicks(low, low + length, width);
          expect(found.length).toBeGreaterThan(0);
          for (const [i, tick] of found.entries()) {
            expect(tick.value).toBeGreaterThanOrEqual(low);
            expect(tick.value).toBeLessThanOrEqual(low + length);
            if (i === 0) continue;
            const before = found[i - 1];
            const apart = ((tick.value - before.value) / length) * width;
            const half =
              (textWidth(tick.label, LABEL_SIZE) + textWidth(before.label, LABEL_SIZE)) / 2;
            expect(apart).toBeGreaterThan(half);
          }
        },
      ),
    );
  });
});
