import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrderCandidates } from '../../src/analysis/order-candidates';
import { ordersByCustomer } from '../../src/analysis/orders-by-customer';
import { NO_DAY } from '../../src/analysis/transactions';

const FIRST = 20_000;
const LAST = 20_009;
/** Two whole neighbourhoods of 2,048 customers, and part of a third. */
const CUSTOMERS = 5_000;

/** Few customers, days and amounts for so many groups: some customers order very often, and alike. */
const anyCandidates: fc.Arbitrary<OrderCandidates> = fc
  .record({
    minutes: fc.boolean(),
    refunds: fc.boolean(),
    leaveOutZero: fc.boolean(),
    groups: fc.array(
      fc.record({
        customer: fc.constantFrom(0, 1, 2_047, 2_048, 4_096, CUSTOMERS - 1),
        day: fc.oneof(
          { weight: 9, arbitrary: fc.integer({ min: FIRST, max: LAST }) },
          { weight: 1, arbitrary: fc.constant(NO_DAY) },
        ),
        minute: fc.integer({ min: -1, max: 2 }),
        paid: fc.integer({ min: 0, max: 3 }),
        refunded: fc.integer({ min: -2, max: 0 }),
      }),
      { maxLength: 700, size: 'max' },
    ),
  })
  .map(({ minutes, refunds, leaveOutZero, groups }) => ({
    customer: Uint32Array.from(groups, (group) => group.customer),
    day: Int32Array.from(groups, (group) => group.day),
    minute: minutes ? Int16Array.from(groups, (group) => group.minute) : null,
    paid: Float64Array.from(groups, (group) => group.paid),
    refunded: refunds ? Float64Array.from(groups, (group) => group.refunded) : null,
    leaveOutZero,
  }));

/** The same by comparing: numbers of the groups that are orders. */
function compared({ customer, day, minute, paid, refunded, leaveOutZero }: OrderCandidates) {
  const net = (group: number) => paid[group] + (refunded?.[group] ?? 0);
  return [...customer.keys()]
    .filter((group) => day[group] !== NO_DAY && !(leaveOutZero && paid[group] === 0))
    .sort(
      (a, b) =>
        customer[a] - customer[b] ||
        day[a] - day[b] ||
        (minute ? minute[a] - minute[b] : 0) ||
        net(a) - net(b) ||
        a - b,
    )
    .map((group) => ({
      group,
      day: day[group],
      minute: minute && minute[group],
      minorNet: net(group),
    }));
}

test('for any groups: by customer, day, minute and amount, equal ones as they came', () => {
  fc.assert(
    fc.property(anyCandidates, (candidates) => {
      const orders = ordersByCustomer(candidates, CUSTOMERS, FIRST, LAST, true);
      const { group, day, minute, minorNet, offset } = orders;
      expect(
        Array.from(day, (ownDay, i) => ({
          group: group![i],
          day: ownDay,
          minute: minute && minute[i],
          minorNet: minorNet[i],
        })),
      ).toEqual(compared(candidates));
      const without = ordersByCustomer(candidates, CUSTOMERS, FIRST, LAST, false);
      expect(without.group).toBeNull();
      expect([without.day, without.minute, without.minorNet]).toEqual([day, minute, minorNet]);
      const ofCustomers = new Uint32Array(CUSTOMERS);
      for (const number of group!) ofCustomers[candidates.customer[number]]++;
      expect(offset[0]).toBe(0);
      expect(ofCustomers.every((count, c) => offset[c + 1] - offset[c] === count)).toBe(true);
    }),
  );
});
