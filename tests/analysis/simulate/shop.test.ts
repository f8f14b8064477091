import { describe, expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { Random } from '../../../src/analysis/simulate/random';
import { purchaseDays, SHOP, simulateShop } from '../../../src/analysis/simulate/shop';

const shop = simulateShop({ customers: 600 });

describe('the log', () => {
  test('is the same for the same options, another for another seed', () => {
    expect(simulateShop({ customers: 600 })).toEqual(shop);
    expect(simulateShop({ customers: 600, seed: 7 }).transactions.day).not.toEqual(
      shop.transactions.day,
    );
  });

  test('holds every customer, whole cents, and only days of its span', () => {
    const { transactions, customerIds } = shop;
    expect(customerIds.length).toBe(600);
    expect(new Set(transactions.customer).size).toBe(600);
    transactions.net.forEach((net, row) => {
      expect(Number.isInteger(net)).toBe(true);
      expect(net < 0).toBe(transactions.refund[row] === 1);
      expect(transactions.day[row]).toBeGreaterThanOrEqual(SHOP.firstDay);
      expect(transactions.day[row]).toBeLessThan(SHOP.firstDay + SHOP.days);
    });
  });

  test('gross - discount - fee = net on every order row', () => {
    const { net, parts, refund } = shop.transactions;
    net.forEach((amount, row) => {
      if (refund[row] === 0)
        expect(parts.gross![row] - parts.discount![row] - parts.fee![row]).toBe(amount);
    });
  });

  test('a refund never exceeds its order, and follows it', () => {
    const orders = collectOrders(shop.transactions);
    expect(orders.minorNet.every((minor) => minor >= 0)).toBe(true);
    expect(orders.unlinkedMinor.every((minor) => minor === 0)).toBe(true);
    expect(shop.transactions.refund.some((flag) => flag === 1)).toBe(true);
  });

  test('whoever was referred came by that channel, after or with their referrer', () => {
    const { referredBy, attributes, customer } = shop.transactions;
    const channel = attributes.find(({ name }) => name === 'Channel')!;
    const { firstDay } = summariseCustomers(collectOrders(shop.transactions));
    for (let row = 0; row < customer.length; row++) {
      const from = referredBy![customer[row]];
      expect(from >= 0).toBe(channel.values[channel.code[row]] === 'Referral');
      if (from >= 0) expect(firstDay[from]).toBeLessThanOrEqual(firstDay[customer[row]]);
    }
  });
});

describe('the purchase process', () => {
  /** Repeat purchases of n customers within `days` of their arrival. */
  function mean(truth: typeof SHOP.purchase, days: number, n: number) {
    const random = new Random(21);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = purchaseDays(random, truth, 19_000, 19_000 + days).days.length - 1;
      sum += x;
      squares += x * x;
    }
    return { mean: sum / n, error: Math.sqrt((squares / n - (sum / n) ** 2) / n) };
  }

  test('without dropout the mean is r / alpha x t', () => {
    const found = mean({ r: 0.6, alpha: 60, a: 1e-9, b: 1 }, 365, 20_000);
    // From the middle of the day of arrival to the end of day 365.
    expect(Math.abs(found.mean - (0.6 / 60) * 365.5)).toBeLessThan(4 * found.error);
  });

  test('has the expected purchases of BG/NBD, E[X(t)] of the paper', () => {
    const { r, alpha, a, b } = SHOP.purchase;
    const t = 400.5;
    // (a + b - 1) / (a - 1) [1 - (alpha / (alpha + t))^r 2F1(r, b; a + b - 1; t / (alpha + t))], by its series.
    let term = 1;
    let series = 1;
    const z = t / (alpha + t);
    for (let k = 0; k < 5000; k++) {
      term *= (((r + k) * (b + k)) / (a + b - 1 + k) / (k + 1)) * z;
      series += term;
    }
    const expected = ((a + b - 1) / (a - 1)) * (1 - (alpha / (alpha + t)) ** r * series);
    const found = mean(SHOP.purchase, 400, 40_000);
    expect(Math.abs(found.mean - expected)).toBeLessThan(4 * found.error);
  });
});
