import { describe, expect, test } from 'vitest';
import {
  CAPABILITIES,
  NEEDS,
  readiness,
  type ReadinessFacts,
  rolesOf,
  standing,
} from '../../../src/pages/data/readiness';

const RICH: ReadinessFacts = {
  kind: 'orders',
  roles: new Set(['customer', 'date', 'amount', 'order', 'discount', 'status', 'endDate']),
  attributes: 2,
  revenue: 1000,
  buyers: 400,
  repeaters: 120,
  days: 700,
};

describe('readiness', () => {
  test('a file with every column and enough customers allows everything', () => {
    const found = readiness(RICH);
    expect(found.ready).toBe(CAPABILITIES.length);
    expect(found.missing).toEqual([]);
  });

  test('a missing column is named once, whatever it would unlock', () => {
    const found = readiness({ ...RICH, roles: new Set(['customer', 'date', 'amount']) });
    expect(found.missing).toEqual(['endDate', 'order', 'discount', 'status']);
    expect(found.ready).toBe(CAPABILITIES.length - 5);
  });

  test('too few repeat buyers are told with how many there are', () => {
    expect(standing(NEEDS.value, { ...RICH, repeaters: 14 })).toEqual({
      state: 'few-repeaters',
      found: 14,
      least: 50,
    });
  });

  test('more of anything never makes a file less ready', () => {
    for (const capability of CAPABILITIES)
      for (const of of ['buyers', 'repeaters', 'days', 'attributes', 'revenue'] as const) {
        let ready = false;
        for (const amount of [0, 1, 10, 24, 25, 49, 50, 89, 90, 1000]) {
          const now = standing(NEEDS[capability], { ...RICH, [of]: amount }).state === 'ready';
          expect(ready && !now).toBe(false);
          ready = now;
        }
      }
  });

  test('data that are no orders allow none of what orders do', () => {
    expect(readiness({ ...RICH, kind: 'durations' }).ready).toBe(0);
  });

  test('one of several columns is enough for the net price', () => {
    for (const role of NEEDS.net.anyOf)
      expect(standing(NEEDS.net, { ...RICH, roles: new Set([role]) }).state).toBe('ready');
  });

  test('a sample tells what it was simulated with', () => {
    const truth = {} as never;
    expect(rolesOf({ source: { kind: 'sample', sample: 'subscription', truth } })).toEqual(
      new Set(['endDate']),
    );
  });
});
