import { expect, test } from 'vitest';
import { lossLeader } from '../../../src/analysis/value/loss-leader';

test('a reader sold at a loss of 60, whose buyers then read four times as much', () => {
  const inputs = { subsidy: 60, spendFactor: 4, yearlyMargin: 10, lifespanYears: 3 };
  expect(lossLeader(inputs)).toEqual({
    gain: 90,
    net: 30,
    highestSubsidy: 90,
    breakEvenFactor: 3,
    breakEvenYears: 2,
  });
  // At the break-even factor it neither gains nor loses.
  expect(lossLeader({ ...inputs, spendFactor: 3 })).toMatchObject({ net: 0 });
});

test('who reads no more never pays back; nothing given away needs no payback', () => {
  const inputs = { subsidy: 60, spendFactor: 1, yearlyMargin: 10, lifespanYears: 3 };
  expect(lossLeader(inputs)).toMatchObject({ net: -60, breakEvenYears: Infinity });
  expect(lossLeader({ ...inputs, subsidy: 0 })).toMatchObject({ net: 0, breakEvenYears: 0 });
  expect(lossLeader({ ...inputs, yearlyMargin: 0 })).toMatchObject({ breakEvenFactor: Infinity });
  expect(lossLeader({ ...inputs, subsidy: -1 })).toMatchObject({ code: 'TOO_SMALL' });
});
