import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoWeekday } from '../../../src/analysis/calendar';
import { collectOrders, dayRange } from '../../../src/analysis/orders';
import { seasonalRhythm } from '../../../src/analysis/rhythm/order-rhythm';
import { anyLedger, ledger } from '../ledger';

describe('when people order', () => {
  test('an order every day is one a day, however often a month was seen', () => {
    const first = 19_723; // 1 January 2024, a Monday
    const days = Array.from({ length: 400 }, (_, i) => first + i);
    const transactions = {
      ...ledger([{ customer: 'a', date: '2024-01-01', amount: 1 }]),
      rowCount: days.length,
      customer: new Uint32Array(days.length),
      day: Int32Array.from(days),
      minute: new Int16Array(days.length).fill(9 * 60 + 30),
      net: new Float64Array(days.length).fill(100),
      refund: new Uint8Array(days.length),
    };
    const rhythm = seasonalRhythm(collectOrders(transactions), first);
    expect(rhythm?.years).toEqual([2024, 2025]);
    expect(new Set(rhythm?.monthWeekday)).toEqual(new Set([1]));
    rhythm?.yearMonth.forEach((orders, i) =>
      expect(orders).toBe(rhythm.yearMonthDays[i] > 0 ? 1 : NaN),
    );
    expect(rhythm?.yearMonthDays[1]).toBe(29);
    for (let weekday = 0; weekday < 7; weekday++)
      for (let hour = 0; hour < 24; hour++)
        expect(rhythm?.weekdayHour?.[weekday * 24 + hour]).toBe(hour === 9 ? 1 : 0);
  });

  test('orders per day times days observed is the number of orders', () => {
    fc.assert(
      fc.property(anyLedger, (transactions) => {
        const orders = collectOrders(transactions);
        const { first } = dayRange(transactions);
        const rhythm = seasonalRhythm(orders, first);
        if (!rhythm) return;
        let byMonth = 0;
        rhythm.yearMonth.forEach((perDay, i) => {
          if (rhythm.yearMonthDays[i] > 0) byMonth += perDay * rhythm.yearMonthDays[i];
        });
        expect(byMonth).toBeCloseTo(orders.count, 6);
        const weekdays = new Uint32Array(7);
        for (let day = first; day <= orders.observationEnd; day++) weekdays[isoWeekday(day) - 1]++;
        let timed = 0;
        rhythm.weekdayHour?.forEach((perHour, i) => {
          const days = weekdays[Math.floor(i / 24)];
          if (days > 0) timed += perHour * days;
        });
        expect(timed).toBeCloseTo(rhythm.timed * orders.count, 6);
      }),
    );
  });
});
