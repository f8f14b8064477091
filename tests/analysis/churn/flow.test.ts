import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodStart, type CalendarPeriod } from '../../../src/analysis/calendar';
import { customerFlow } from '../../../src/analysis/churn/flow';
import type { Spans } from '../../../src/analysis/churn/spans';

const anyPeriod = fc.constantFrom<CalendarPeriod>('week', 'month', 'quarter', 'year');
const END = 20_540;
const anySpans: fc.Arbitrary<Spans> = fc
  .array(
    fc.array(
      fc.record({
        from: fc.integer({ min: 20_000, max: END }),
        length: fc.integer({ min: -1, max: 200 }),
      }),
      { maxLength: 8 },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((customers) => {
    const sorted = customers.map((list) => list.slice().sort((a, b) => a.from - b.from));
    const all = sorted.flat();
    const offset = [0];
    for (const list of sorted) offset.push(offset[offset.length - 1] + list.length);
    return {
      offset: Uint32Array.from(offset),
      from: Int32Array.from(all, (span) => span.from),
      to: Int32Array.from(all, (span) => span.from + span.length),
    };
  });

test('counts are those of looking at every customer on every evening between two periods', () => {
  fc.assert(
    fc.property(anySpans, anyPeriod, (spans, period) => {
      const flow = customerFlow(spans, END, period);
      if (flow === null) return;
      const active = (c: number, evening: number) => {
        for (let s = spans.offset[c]; s < spans.offset[c + 1]; s++)
          if (spans.from[s] <= evening && spans.to[s] >= evening) return true;
        return false;
      };
      const customers = Array.from({ length: spans.offset.length - 1 }, (_, c) => c);
      const seen = new Set<number>();
      for (let i = 0; i < flow.periods; i++) {
        const eve = periodStart(flow.first + i, period) - 1;
        const last = periodStart(flow.first + i + 1, period) - 1;
        const before = customers.filter((c) => active(c, eve));
        const after = customers.filter((c) => active(c, last));
        const come = after.filter((c) => !before.includes(c));
        expect(flow.activeAtStart[i]).toBe(before.length);
        expect(flow.lost[i]).toBe(before.filter((c) => !after.includes(c)).length);
        expect(flow.returned[i]).toBe(come.filter((c) => seen.has(c)).length);
        expect(flow.joined[i]).toBe(come.filter((c) => !seen.has(c)).length);
        for (const c of after) seen.add(c);
      }
    }),
    { numRuns: 300 },
  );
});

test('no one vanishes: active - lost + returned + joined is active at the next start', () => {
  fc.assert(
    fc.property(anySpans, anyPeriod, (spans, period) => {
      const flow = customerFlow(spans, END, period);
      if (flow === null) return;
      for (let i = 1; i < flow.periods; i++)
        expect(flow.activeAtStart[i]).toBe(
          flow.activeAtStart[i - 1] - flow.lost[i - 1] + flow.returned[i - 1] + flow.joined[i - 1],
        );
    }),
  );
});
