import { describe, expect, test } from 'vitest';
import { epochDay } from '../../src/analysis/calendar';
import { simulateDonations } from '../../src/analysis/simulate/donations';
import { simulateShop } from '../../src/analysis/simulate/shop';
import type { Transactions } from '../../src/analysis/transactions';
import type { CountedRounds, Round } from '../../src/worker/contract/rounds';
import { DEFAULT_SETTINGS, type Settings } from '../../src/worker/contract/settings';
import type { ModelStudies } from '../../src/worker/model-studies';
import { newEntry } from '../../src/worker/new-entry';
import { Workspace } from '../../src/worker/workspace';
import { simpleLedger } from '../analysis/ledger';

function studies(transactions: Transactions, customerIds: string[]): ModelStudies {
  const content = { kind: 'orders' as const, transactions, customerIds };
  const entry = newEntry('shop', 'EUR', { kind: 'files', reports: [] }, content);
  return new Workspace(entry, content).modelStudies;
}

async function counted(
  of: ModelStudies,
  settings: Settings,
  round: Round | null = null,
): Promise<CountedRounds> {
  const answer = await of.rounds(settings, round);
  if (answer.kind === 'none') throw new Error('too few rounds');
  return answer;
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('the sample of donations', () => {
  const { transactions, customerIds } = simulateDonations();
  const shop = studies(transactions, customerIds);
  const whole = { ...DEFAULT_SETTINGS, observationEnd: '2024-12-31' };

  test('is counted in years, and the one that is not over is left out until it is said to be', async () => {
    const cut = await counted(shop, DEFAULT_SETTINGS);
    expect(cut).toMatchObject({ round: 'year', suits: true, repeated: 0, customers: 1500 });
    expect(cut.cutTo).toBe(epochDay(2024, 12, 31));
    expect(cut.outlook?.map.n).toBe(5);
    expect(cut.outlook?.next[0].from).toBe(epochDay(2024, 1, 1));
    const all = await counted(shop, whole);
    expect(all).toMatchObject({ round: 'year', cutTo: null, to: epochDay(2024, 12, 31) });
    expect(all.outlook?.map.n).toBe(6);
  });

  test('adds up: customers by rounds taken, and those foretold are no more than there are', async () => {
    const { outlook } = await counted(shop, whole);
    const { actual, expected } = outlook!.frequency;
    expect(actual).toHaveLength(7);
    expect(sum(actual)).toBe(1500);
    expect(sum(expected)).toBeCloseTo(1500, 9);
    const buyers = outlook!.next.map((next) => next.buyers);
    expect(buyers).toEqual([...buyers].sort((a, b) => b - a));
    expect(buyers[0]).toBeLessThan(1500);
  });

  test('its map holds what can be: of x rounds taken the last is number x or later', async () => {
    const { map } = (await counted(shop, whole)).outlook!;
    map.alive.forEach((row, tx) =>
      row.forEach((share, x) => {
        const possible = x === 0 ? tx === 0 : x <= tx;
        expect(share !== null).toBe(possible);
      }),
    );
    // Who took the last round was there: nothing else tells of the next.
    expect(new Set(map.alive[6].slice(1).map((share) => share?.toFixed(12))).size).toBe(1);
  });

  test('is tested on the last third of the rounds', async () => {
    const { test: held } = await counted(shop, whole);
    expect(held).toMatchObject({ horizon: 2, until: epochDay(2022, 12, 31) });
    expect(Math.abs(held!.model.bias)).toBeLessThan(Math.abs(held!.sameShare.bias));
  });

  test('can be counted in months, and is remembered', async () => {
    const months = await counted(shop, whole, 'month');
    expect(months).toMatchObject({ round: 'month', suits: true });
    expect(months.outlook!.frequency.actual).toHaveLength(13);
    expect(months.outlook!.more).toBe(true);
    expect(await shop.rounds(whole, 'month')).toBe(months);
    // What the models above are told of plays no part.
    expect(await shop.rounds({ ...whole, timeUnit: 'month', margin: 0.4 }, 'month')).toBe(months);
  });
});

test('a shop in which people buy more than once a month is told that the model does not suit it', async () => {
  const { transactions, customerIds } = simulateShop();
  const shop = studies(transactions, customerIds);
  const months = await counted(shop, DEFAULT_SETTINGS);
  expect(months).toMatchObject({ round: 'month', suits: false });
  expect(months.repeated / months.taken).toBeCloseTo(0.167, 3);
  expect((await shop.rounds(DEFAULT_SETTINGS, 'year')).kind).toBe('none');
});

test('too few rounds, and rounds nobody took again, are said to be', async () => {
  const weeks = studies(
    simpleLedger([
      ['ann', '2024-01-05', 1],
      ['bob', '2024-02-05', 1],
    ]),
    ['ann', 'bob'],
  );
  expect(await weeks.rounds(DEFAULT_SETTINGS, null)).toMatchObject({
    kind: 'none',
    least: 3,
  });
  const once = studies(
    simpleLedger([
      ['ann', '2024-01-05', 1],
      ['bob', '2024-07-05', 1],
    ]),
    ['ann', 'bob'],
  );
  expect(await counted(once, DEFAULT_SETTINGS, 'month')).toMatchObject({
    fit: { kind: 'refusal', reason: 'no-repeat-purchases' },
    outlook: null,
    test: null,
  });
});
