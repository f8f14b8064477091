import { describe, expect, test } from 'vitest';
import { compareOffers } from '../../../src/analysis/value/subscription-vs-shop';

describe('a box of 130 a year against four orders worth 280', () => {
  test('is less, until its subscribers have stayed long enough', () => {
    const compared = compareOffers(
      { perYear: 130, yearlyChurn: 0.1 },
      { perYear: 280, yearlyChurn: 0.5 },
      10,
    );
    if ('code' in compared) throw new Error(compared.code);
    expect([...compared.shop.subarray(0, 4)]).toEqual([0, 280, 420, 490]);
    expect(compared.subscription[2]).toBeCloseTo(247, 12);
    expect(compared.overtakes).toBe(6);
    expect(compared.subscriptionInTheEnd).toBe(1300);
    expect(compared.shopInTheEnd).toBe(560);
  });

  test('never, at the same churn', () => {
    const compared = compareOffers(
      { perYear: 130, yearlyChurn: 0.2 },
      { perYear: 280, yearlyChurn: 0.2 },
      200,
    );
    expect(compared).toMatchObject({ overtakes: null });
  });

  test('limits: no churn has no end, full churn pays one year', () => {
    const compared = compareOffers(
      { perYear: 130, yearlyChurn: 0 },
      { perYear: 280, yearlyChurn: 1 },
      3,
    );
    if ('code' in compared) throw new Error(compared.code);
    expect(compared.subscriptionInTheEnd).toBe(Infinity);
    expect([...compared.subscription]).toEqual([0, 130, 260, 390]);
    expect([...compared.shop]).toEqual([0, 280, 280, 280]);
    expect(
      compareOffers({ perYear: 1, yearlyChurn: 2 }, { perYear: 1, yearlyChurn: 0 }, 3),
    ).toEqual(expect.objectContaining({ code: 'TOO_LARGE', input: 'yearlyChurn' }));
  });
});
