import { expect, test } from 'vitest';
import { civilDate } from '../../../src/analysis/calendar';
import { DONATIONS, simulateDonations } from '../../../src/analysis/simulate/donations';

const charity = simulateDonations({ donors: 6000 });

test('is the same for the same options', () => {
  expect(simulateDonations({ donors: 6000 })).toEqual(charity);
});

test('one first gift each in the first year, and at most one a year after', () => {
  const { customer, day } = charity.transactions;
  const gifts = new Set<number>();
  let firstYear = 0;
  customer.forEach((c, row) => {
    const { year } = civilDate(day[row]);
    expect(gifts.has(c * 10_000 + year)).toBe(false);
    gifts.add(c * 10_000 + year);
    if (year === DONATIONS.firstYear) firstYear++;
  });
  expect(firstYear).toBe(6000);
});

test('gifts per year follow BG/BB: alpha / (alpha + beta) x P(alive)', () => {
  const { alpha, beta, gamma, delta } = DONATIONS.truth;
  const { day } = charity.transactions;
  let alive = 1;
  for (let n = 1; n <= DONATIONS.opportunities; n++) {
    // Each opportunity's loss theta: P(survive n) = B(gamma, delta + n) / B(gamma, delta).
    alive *= (delta + n - 1) / (gamma + delta + n - 1);
    const expected = (alpha / (alpha + beta)) * alive;
    const found =
      day.filter((each) => civilDate(each).year === DONATIONS.firstYear + n).length / 6000;
    expect(Math.abs(found - expected)).toBeLessThan(
      4 * Math.sqrt((expected * (1 - expected)) / 6000),
    );
  }
});
