import { describe, expect, test } from 'vitest';
import { ledger } from '../analysis/ledger';
import { cdnow, cdnowAbsent } from '../analysis/published-data';
import type { Transactions } from '../../src/analysis/transactions';
import type { Group } from '../../src/worker/contract/customer-group';
import type { ListOptions } from '../../src/worker/contract/customer-list';
import { DEFAULT_SETTINGS, type Settings } from '../../src/worker/contract/settings';
import { newEntry } from '../../src/worker/new-entry';
import { Workspace } from '../../src/worker/workspace';

const EVERYONE: Group = { slice: null, segments: [], cells: [], conditions: [] };
const settings = DEFAULT_SETTINGS;

function workspace(transactions: Transactions, customerIds: string[]): Workspace {
  const content = { kind: 'orders' as const, transactions, customerIds };
  return new Workspace(newEntry('shop', 'USD', { kind: 'files', reports: [] }, content), content);
}

const ids = ['ann', 'bob', '=cem', 'dee', 'eve'];
const rows = ids.flatMap((customer, i) =>
  Array.from({ length: i + 1 }, (_, k) => ({
    customer,
    date: `2024-0${k + 1}-1${i}`,
    amount: 10 * (i + 1),
    channel: i % 2 === 0 ? 'web' : k === 0 ? 'web' : 'store',
  })),
);
const shop = workspace(ledger(rows), ids).segmentStudies;

const list: ListOptions = {
  columns: ['customer', 'segment', 'orders'],
  attributes: ['channel'],
  words: {},
  pseudonyms: false,
  suppress: true,
  consent: null,
};
const noSecret = () => Promise.reject(new Error('nobody asked for pseudonyms'));

describe('a group', () => {
  test('of everyone is everyone, of a slice the slice', () => {
    expect(shop.group(settings, EVERYONE)).toMatchObject({ customers: 5, of: 5, orders: 15 });
    const slice = { attribute: 'channel', at: 'last' as const, values: ['store'] };
    expect(shop.group(settings, { ...EVERYONE, slice })).toMatchObject({ customers: 2, of: 2 });
    expect(shop.group(settings, { ...EVERYONE, slice: { ...slice, at: 'first' } })).toMatchObject({
      customers: 0,
    });
    expect(
      shop.group(settings, { ...EVERYONE, slice: { ...slice, at: 'ever', values: ['web'] } }),
    ).toMatchObject({ customers: 5 });
  });

  test('segments and cells are joined, conditions narrow them', () => {
    const { segments, grid } = shop.segmentsOf(settings, null);
    const [one, two] = segments!.filter(({ customers }) => customers > 0);
    const both = { ...EVERYONE, segments: [one.name, two.name] };
    expect(shop.group(settings, both).customers).toBe(one.customers + two.customers);
    const cell = grid.customers.findIndex((count) => count > 0);
    expect(shop.group(settings, { ...EVERYONE, cells: [cell] }).customers).toBe(
      grid.customers[cell],
    );
    const conditions = [{ quantity: 'orders' as const, from: 2, to: 3 }];
    expect(shop.group(settings, { ...EVERYONE, conditions }).customers).toBe(2);
  });

  test('segments of two slices that share out everyone add up to those of all', () => {
    const of = (values: string[]) =>
      shop.segmentsOf(settings, { attribute: 'channel', at: 'last', values }).segments!;
    const [all, web, store] = [
      shop.segmentsOf(settings, null).segments!,
      of(['web']),
      of(['store']),
    ];
    all.forEach((line, i) => {
      expect(web[i].customers + store[i].customers).toBe(line.customers);
      expect(web[i].revenue + store[i].revenue).toBeCloseTo(line.revenue, 9);
    });
  });

  test('the values of an attribute with whom they are said of', () => {
    const last = shop.attributeValues(settings, 'channel', 'last', '');
    expect(last.values).toEqual([
      { value: 'web', customers: 3 },
      { value: 'store', customers: 2 },
    ]);
    expect(shop.attributeValues(settings, 'channel', 'ever', 'sto').values).toEqual([
      { value: 'store', customers: 2 },
    ]);
  });
});

describe('a list', () => {
  test('is formula-safe, has the columns asked for and leaves out the suppress list', async () => {
    const answer = await shop.listFile(settings, EVERYONE, list, [' bob '], noSecret);
    if (answer.kind !== 'file') throw new Error(answer.kind);
    const lines = (await answer.file.text()).split('\r\n');
    expect(lines[0]).toBe('customer,segment,orders,channel');
    expect(lines.some((line) => line.startsWith("'=cem,"))).toBe(true);
    expect(lines.some((line) => line.startsWith('bob'))).toBe(false);
    expect(answer.size).toEqual({ chosen: 5, suppressed: 1, withoutConsent: 0, written: 4 });
  });

  test('only of those who agree, as last known', () => {
    const consent = { attribute: 'channel', values: ['store'] };
    expect(shop.listSize(settings, EVERYONE, { ...list, consent }, ['bob'])).toEqual({
      chosen: 5,
      suppressed: 1,
      withoutConsent: 3,
      written: 1,
    });
    const unknown = { attribute: 'no such column', values: ['yes'] };
    expect(shop.listSize(settings, EVERYONE, { ...list, consent: unknown }, []).written).toBe(0);
  });

  test('under pseudonyms names nobody, and twice the same', async () => {
    const secret = new Uint8Array(32).fill(7);
    const file = async () => {
      const options = { ...list, pseudonyms: true };
      const answer = await shop.listFile(settings, EVERYONE, options, [], () =>
        Promise.resolve(secret),
      );
      if (answer.kind !== 'file') throw new Error(answer.kind);
      return answer.file.text();
    };
    const text = await file();
    for (const id of ids) expect(text).not.toContain(`${id},`);
    expect(await file()).toBe(text);
  });
});

test('fixed edges count while there is one fewer than bins', () => {
  const edges = { r: null, f: [1, 2, 3, 4], m: null };
  const sizes = (given: Partial<Settings>) =>
    shop.segmentsOf({ ...settings, ...given }, null).bins.f.map(({ size }) => size);
  expect(sizes({ scoreEdges: edges })).toEqual([1, 1, 1, 1, 1]);
  expect(sizes({ scoreEdges: edges, bins: 3 })).toEqual(sizes({ bins: 3 }));
});

describe('the map in use', () => {
  const map = (given: Partial<Settings>) =>
    shop.segmentsOf({ ...settings, ...given }, null).map?.id;

  test('is the one chosen where it is drawn for the scores, else the first that is', () => {
    expect(map({})).toBe('rf');
    expect(map({ segmentMap: 'putler' })).toBe('putler');
    expect(map({ segmentMap: 'putler', scored: 'rf' })).toBe('rf');
    expect(map({ bins: 4 })).toBe('pymc-marketing');
    expect(map({ bins: 4, scored: 'rf' })).toBeUndefined();
    expect(map({ bins: 3 })).toBeUndefined();
  });

  test('can be the person’s own, for any number of bins', () => {
    const own = {
      segments: [
        { name: 'Best', place: 1 },
        { name: 'Rest', place: 11 },
      ],
      cells: [
        [1, 1, 1],
        [1, 1, 1],
        [1, 0, 0],
      ],
    };
    const given: Partial<Settings> = { bins: 3, segmentMap: 'own', ownMaps: { '3': own } };
    const { segments, bins } = shop.segmentsOf({ ...settings, ...given, scored: 'rf' }, null);
    expect(segments?.map(({ name }) => name)).toEqual(['Best', 'Rest']);
    expect(segments?.reduce((sum, { customers }) => sum + customers, 0)).toBe(5);
    expect(bins.m).toBeNull();
  });
});

describe('migration', () => {
  test('says why there is none', () => {
    const none = (given: Partial<Settings>, dates: { then: string; now: string } | null) =>
      shop.migration({ ...settings, ...given }, dates, EVERYONE);
    expect(none({ bins: 3 }, null)).toEqual({ kind: 'none', reason: 'NO_MAP' });
    expect(none({}, { then: '2024-03-01', now: '2024-02-01' })).toMatchObject({
      reason: 'DATES_OUT_OF_ORDER',
    });
    expect(none({}, { then: '2023-03-01', now: '2024-02-01' })).toMatchObject({
      reason: 'NO_DATES',
    });
    const day = workspace(ledger(rows.slice(0, 1)), ids).segmentStudies;
    expect(day.migration(settings, null, EVERYONE)).toMatchObject({ reason: 'TOO_SHORT' });
  });
});

describe.skipIf(cdnowAbsent)('CDNOW', () => {
  const transactions = cdnow();
  const all = Array.from({ length: 2357 }, (_, i) => String(i + 1).padStart(4, '0'));
  const studies = workspace(transactions, all).segmentStudies;
  const dates = { then: '1997-12-30', now: '1998-06-30' };

  test('who fell out of the champions, one by one and in the matrix alike', async () => {
    const found = studies.migration(settings, dates, EVERYONE);
    if (found.kind !== 'migration') throw new Error(found.reason);
    const n = found.names.length;
    const moved = Array.from(found.moved.slice(0, n));
    const left = moved.slice(1).reduce((sum, count) => sum + count, 0);
    const money = found.revenueBefore.slice(1, n).reduce((sum, amount) => sum + amount, 0);
    const page = { sort: 'before' as const, descending: true, offset: 0, limit: 1000 };
    const move = { from: ['champions'], to: null };
    const movers = studies.movers(settings, dates, move, EVERYONE, page);
    expect([moved[0] + left, left]).toEqual([376, 162]);
    expect(movers.total).toBe(left);
    expect(movers.before).toBeCloseTo(money, 6);
    expect(movers.rows.every(({ then, now }) => then === 'champions' && now !== then)).toBe(true);
    const text = await studies.moversFile(settings, dates, move, EVERYONE).text();
    expect(text.trim().split('\r\n')).toHaveLength(left + 1);
  });

  test('the top 20% bring 67.455%, and of the next nine months 66.3%', () => {
    const answer = studies.concentration(settings, { top: 0.2, split: '1997-09-30' }, EVERYONE);
    expect(answer.topShare).toBeCloseTo(0.6745501715460166, 12);
    expect(answer.future?.share?.shareAfter).toBeCloseTo(0.6626355609238509, 12);
    expect(answer.chosen).toBe(472);
  });
});
