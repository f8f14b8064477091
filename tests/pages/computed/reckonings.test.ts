import { describe, expect, it } from 'vitest';
import type { Known } from '../../../src/pages/computed/reckoning';
import { RECKONINGS } from '../../../src/pages/computed/reckonings';
import type { ChurnAnswer } from '../../../src/worker/contract/churn';
import type { OverviewAnswer } from '../../../src/worker/contract/overview';
import { DEFAULT_SETTINGS } from '../../../src/worker/contract/settings';

const NOTHING: Known = {
  overview: null,
  churn: null,
  value: null,
  customer: null,
  settings: DEFAULT_SETTINGS,
  currency: 'EUR',
};

/** A shop of 100 buyers: 300 orders of 20.00, 40 buyers of one order, 5% lost a month. */
const SHOP: Known = {
  ...NOTHING,
  overview: {
    facts: {
      customers: 100,
      buyers: 100,
      orders: 300,
      netRevenue: 6000,
      firstDate: 19_000,
      lastDate: 19_400,
      firstOrder: 19_000,
      lastOrder: 19_400,
      observationEnd: 19_400,
    },
    figures: {
      averageOrderValue: 20,
      ordersPerCustomer: 3,
      repeatRate: 0.6,
      oneTimeBuyers: 0.4,
      oneTimeBuyerCount: 40,
      top20Share: 0.5,
      historicClv: 60,
      ordersPerYear: 3,
      yearComplete: true,
      simpleClv: 100,
      meanDaysActive: 90,
    },
    oneTimeRevenue: 800,
    activity: null,
    ordersPerCustomer: {} as OverviewAnswer['ordersPerCustomer'],
    orderValues: null,
    lorenz: null,
  },
  churn: {
    monthly: {
      rate: 0.05,
      interval: [0.04, 0.06],
      lost: 50,
      atRisk: 1000,
      periods: 12,
      from: 19_000,
      to: 19_365,
    },
    inactivity: null,
    lifespanYears: 1 / (12 * 0.05),
  } as ChurnAnswer,
};

describe('how numbers are computed', () => {
  it('waits for answers that are not in', () => {
    expect(RECKONINGS['simple-clv'](NOTHING)).toBeNull();
    expect(RECKONINGS['simple-clv']({ ...SHOP, churn: null })).toBeNull();
    expect(RECKONINGS['p-alive'](SHOP)).toBeNull();
  });

  it('shows 20.00 an order x 3 a year x 1.67 years at 40% margin as 40.00', () => {
    const settings = { ...DEFAULT_SETTINGS, margin: 0.4 };
    expect(RECKONINGS['simple-clv']({ ...SHOP, settings })).toMatchObject({
      result: '€40.00',
      quantities: { average: '€20.00', orders_a_year: '3.00', margin: '40%' },
    });
  });

  it('counts those who bought again: 100 buyers less 40 of one order', () => {
    expect(RECKONINGS['repeat-rate'](SHOP)).toMatchObject({
      result: '60.0%',
      quantities: { repeat_buyers: '60', buyers: '100' },
    });
  });

  it('gives the best fifth its revenue: half of 6,000', () => {
    expect(JSON.stringify(RECKONINGS['eighty-twenty'](SHOP))).toContain('€3,000.00');
  });

  it('has 50 lost of 1,000 at risk as 5% a month, which is 1.67 years', () => {
    expect(RECKONINGS.churn(SHOP)).toMatchObject({
      result: '5.00% (4.00% to 6.00%)',
      quantities: { lost: '50', at_start: '1,000' },
    });
    expect(RECKONINGS.lifespan(SHOP)?.result).toBe('1.67 years');
  });

  it('has no result, and no wrong one, where the data cannot say', () => {
    expect(RECKONINGS['churn-threshold'](SHOP)?.result).toBeNull();
    expect(RECKONINGS['false-churn'](SHOP)?.result).toBeNull();
  });
});
