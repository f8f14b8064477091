import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoDate } from '../../src/analysis/calendar';
import { customerAttribute, everOf, NO_VALUE } from '../../src/analysis/customer-attribute';
import { ledger, reordered } from './ledger';

const END = parseIsoDate('2024-12-31')!;

const rows = ledger([
  { customer: 'ann', date: '2024-01-05', amount: 10, channel: 'web' },
  { customer: 'ann', date: '2024-03-05', amount: 10, channel: 'store' },
  { customer: 'ann', date: '2024-05-05', amount: 10, channel: '' },
  { customer: 'bob', date: '2024-01-05', amount: 10, channel: '' },
  { customer: 'cem', date: '2024-02-05', minute: 60, amount: 10, channel: 'web' },
  { customer: 'cem', date: '2024-02-05', minute: 30, amount: 10, channel: 'store' },
]);
const [channel] = rows.attributes;
const named = (codes: Uint32Array) =>
  Array.from(codes, (code) => (code === NO_VALUE ? null : channel.values[code]));

test('the first and the last row that names a value decide; who has none has none', () => {
  expect(named(customerAttribute(rows, channel, 'first', END))).toEqual(['web', null, 'store']);
  expect(named(customerAttribute(rows, channel, 'last', END))).toEqual(['store', null, 'web']);
});

test('rows after the observation end say nothing', () => {
  const january = parseIsoDate('2024-01-31')!;
  expect(named(customerAttribute(rows, channel, 'last', january))).toEqual(['web', null, null]);
});

test('ever is whoever has one row of the value', () => {
  const web = new Set([channel.values.indexOf('web')]);
  expect(Array.from(everOf(rows, channel, web, END))).toEqual([1, 0, 1]);
  expect(Array.from(everOf(rows, channel, web, parseIsoDate('2024-01-31')!))).toEqual([1, 0, 0]);
});

test('the order of the rows plays no part', () => {
  const any = fc.array(
    fc.record({
      customer: fc.constantFrom('ann', 'bob', 'cem'),
      date: fc.constantFrom('2024-01-05', '2024-01-06'),
      minute: fc.constantFrom(-1, 5),
      amount: fc.constant(1),
      channel: fc.constantFrom('', 'web', 'store', 'fair'),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(any, (list) => {
      const one = ledger(list);
      const backwards = reordered(
        one,
        list.map((_, i) => list.length - 1 - i),
      );
      for (const moment of ['first', 'last'] as const)
        expect(customerAttribute(backwards, backwards.attributes[0], moment, END)).toEqual(
          customerAttribute(one, one.attributes[0], moment, END),
        );
    }),
  );
});
