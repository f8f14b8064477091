import { expect, test } from 'vitest';
import { customerIds, transactionsOf } from '../../../src/analysis/simulate/event-log';

test('rows come in order of time, absent columns are absent', () => {
  const log = transactionsOf(
    [
      { customer: 1, day: 5, minute: 10, net: 100, order: 1 },
      { customer: 0, day: 4, minute: 20, net: 200, order: 0 },
      { customer: 0, day: 5, minute: 9, net: -50, order: 0, refund: true },
    ],
    {
      customerCount: 2,
      parts: [],
      attributes: [],
      minutes: false,
      orders: true,
      endDays: false,
      referredBy: null,
    },
  );
  expect(log).toMatchObject({
    rowCount: 3,
    day: Int32Array.of(4, 5, 5),
    net: Float64Array.of(200, -50, 100),
    refund: Uint8Array.of(0, 1, 0),
    order: Uint32Array.of(0, 0, 1),
    minute: null,
    endDay: null,
  });
});

test('ids are equally long', () => {
  expect(customerIds('C', 3)).toEqual(['C0001', 'C0002', 'C0003']);
  expect(customerIds('C', 12_345)[0]).toBe('C00001');
});
