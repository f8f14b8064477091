import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/analysis/calendar';
import { contractSpans, inactivitySpans, OPEN_END } from '../../../src/analysis/churn/spans';
import { collectOrders } from '../../../src/analysis/orders';
import { ledger, reordered, simpleLedger, type LedgerRow } from '../ledger';

function shown(rows: LedgerRow[], end = 99_999) {
  const spans = contractSpans(ledger(rows), end);
  if ('code' in spans) return spans;
  return Array.from(spans.from, (from, i) => [
    isoDate(from),
    spans.to[i] === OPEN_END ? 'open' : isoDate(spans.to[i]),
  ]);
}

describe('contracts', () => {
  test('a contract is active on every evening before its last day', () => {
    expect(
      shown([
        { customer: 'a', date: '2025-01-01', amount: 1, end: '2025-01-31' },
        { customer: 'b', date: '2025-01-01', amount: 1 },
      ]),
    ).toEqual([
      ['2025-01-01', '2025-01-30'],
      ['2025-01-01', 'open'],
    ]);
  });

  test('one end day repeated on every payment is one contract', () => {
    const rows = ['2025-01-05', '2025-02-05', '2025-03-05'].map((date) => ({
      customer: 'a',
      date,
      amount: 9,
      end: '2025-04-04',
    }));
    expect(shown(rows)).toEqual([
      ['2025-01-05', '2025-02-05'],
      ['2025-02-05', '2025-03-05'],
      ['2025-03-05', '2025-04-03'],
    ]);
  });

  test('an end day on the last payment alone ends the open rows before it', () => {
    expect(
      shown([
        { customer: 'a', date: '2025-01-05', amount: 9 },
        { customer: 'a', date: '2025-02-05', amount: 9, end: '2025-03-04' },
      ]),
    ).toEqual([
      ['2025-01-05', '2025-02-05'],
      ['2025-02-05', '2025-03-03'],
    ]);
  });

  test('a renewal on the day after the end is no gap; a later one is a return', () => {
    const renewed = (date: string) =>
      shown([
        { customer: 'a', date: '2025-01-01', amount: 9, end: '2025-01-31' },
        { customer: 'a', date, amount: 9 },
      ]);
    expect(renewed('2025-02-01')).toEqual([
      ['2025-01-01', '2025-02-01'],
      ['2025-02-01', 'open'],
    ]);
    expect(renewed('2025-02-02')).toEqual([
      ['2025-01-01', '2025-01-30'],
      ['2025-02-02', 'open'],
    ]);
  });

  test('on one day an open row outweighs an ended one, whatever the order of the rows', () => {
    const rows = ledger([
      { customer: 'a', date: '2025-01-01', amount: 9, end: '2025-01-31' },
      { customer: 'a', date: '2025-01-01', amount: 9 },
      { customer: 'b', date: '2025-03-01', amount: 9, end: '2025-03-31' },
      { customer: 'b', date: '2025-02-01', amount: 9, end: '2025-03-15' },
    ]);
    const spans = contractSpans(rows, 99_999);
    if ('code' in spans) throw new Error(spans.code);
    expect(spans.to[0]).toBe(OPEN_END);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (sequence) => {
        expect(contractSpans(reordered(rows, sequence), 99_999)).toEqual(spans);
      }),
    );
  });

  test('refunds, and rows after the observation end, say nothing about a contract', () => {
    const rows: LedgerRow[] = [
      { customer: 'a', date: '2025-01-01', amount: 9 },
      { customer: 'a', date: '2025-02-01', amount: -9, end: '2025-02-01' },
      { customer: 'a', date: '2025-03-01', amount: 9, end: '2025-03-31' },
    ];
    const until = collectOrders(simpleLedger([['a', '2025-02-15', 1]])).observationEnd;
    expect(shown(rows, until)).toEqual([['2025-01-01', 'open']]);
  });

  test('a contract that ended before it began is active on no evening', () => {
    const rows = [{ customer: 'a', date: '2025-01-10', amount: 9, end: '2024-12-01' }];
    expect(shown(rows)).toEqual([['2025-01-10', '2025-01-09']]);
  });

  test('without end days there is no contract', () => {
    expect(contractSpans(simpleLedger([['a', '2025-02-15', 1]]), 99_999)).toEqual({
      code: 'NO_END_DAY',
    });
  });
});

test('without a contract, silence of up to the threshold is activity', () => {
  const orders = collectOrders(simpleLedger([['a', '2025-01-01', 1]]));
  expect(isoDate(inactivitySpans(orders, 30.5).to[0])).toBe('2025-01-31');
});
