import { expect, test } from 'vitest';
import { epochDay } from '../../../../src/analysis/calendar';
import { bgBb } from '../../../../src/analysis/models/bg-bb';
import { opportunities, wholeRounds } from '../../../../src/analysis/models/opportunities';
import { accuracy } from '../../../../src/analysis/models/validation/accuracy';
import { splitRounds } from '../../../../src/analysis/models/validation/rounds-holdout';
import { collectOrders, type Orders } from '../../../../src/analysis/orders';
import { simulateDonations } from '../../../../src/analysis/simulate/donations';
import { simpleLedger } from '../../ledger';
import { fitted } from '../fitted';

function split(orders: Orders) {
  const rounds = wholeRounds(orders, 'year');
  if (!rounds) throw new Error('no orders');
  return splitRounds(orders, rounds);
}

test('the last third of the rounds after the first is held out, per customer known before', () => {
  const orders = collectOrders(
    simpleLedger([
      ['ann', '2017-05-01', 1],
      ['ann', '2018-05-01', 1],
      ['ann', '2020-05-01', 1],
      ['ann', '2021-05-01', 1],
      ['ann', '2022-05-01', 1],
      ['ann', '2023-05-01', 1],
      ['bob', '2020-05-01', 1],
      ['bob', '2021-05-01', 1],
      ['bob', '2023-05-01', 1],
      ['cem', '2021-12-31', 1],
      ['dee', '2023-12-31', 1],
    ]),
  );
  const held = split(orders)!;
  // Six rounds from 2018 to 2023: four to learn from, to 2021, and two to be foretold.
  expect(held).toMatchObject({ split: 51, horizon: 2 });
  expect(held.history).toEqual({
    count: 2,
    x: Float64Array.of(3, 1),
    tx: Float64Array.of(4, 1),
    T: Float64Array.of(4, 1),
  });
  expect([...held.taken]).toEqual([2, 1]);
  // Ann took both of the last two rounds before, Bob the only one he had.
  expect([...held.atSameShare]).toEqual([2, 2]);
});

test('three rounds are the least that leave one to be held out', () => {
  const years = (last: number) =>
    collectOrders(
      simpleLedger([
        ['ann', '2018-05-01', 1],
        ['bob', `${last}-12-31`, 1],
      ]),
    );
  expect(split(years(2020))).toBeNull();
  expect(split(years(2021))?.horizon).toBe(1);
});

test('donors who live by the model are foretold better than by their share of late', () => {
  const { transactions } = simulateDonations({ seed: 5, donors: 4000 });
  const orders = collectOrders(transactions, { observationEnd: epochDay(2024, 12, 31) });
  const { history, horizon, taken, atSameShare } = split(orders)!;
  const { params } = fitted(bgBb.fit(history, 'year'));
  const predicted = history.x.map((x, i) =>
    bgBb.expectedPurchases(params, horizon, x, history.tx[i], history.T[i]),
  );
  const [model, naive] = [accuracy(taken, predicted), accuracy(taken, atSameShare)];
  expect(Math.abs(model.bias)).toBeLessThan(0.06);
  expect(model.rmse).toBeLessThan(naive.rmse);
  expect(Math.abs(model.bias)).toBeLessThan(Math.abs(naive.bias));
});

test('holding out does not change what was known before', () => {
  const { transactions } = simulateDonations({ donors: 300 });
  const orders = collectOrders(transactions, { observationEnd: epochDay(2024, 12, 31) });
  const then = collectOrders(transactions, { observationEnd: epochDay(2022, 12, 31) });
  const known = opportunities(then, wholeRounds(then, 'year')!);
  expect(split(orders)?.history).toEqual(known.history);
});
