import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochDay } from '../../src/analysis/calendar';
import { accountedFor, csv, importTable, understood } from './table-files';

const DAYS = { timeUnit: 'day', meanOf: 'repeats' } as const;

describe('a customer summary is recognised by its header', () => {
  test.each([
    ['customer,x,t_x,T,m', '1,2,30,90,12.5'],
    ['customer_id,frequency,recency,T,monetary_value', '1,2,30,90,12.5'],
    ['Khách hàng;Số lần mua lại;t_x;T;Chi tiêu trung bình', '1;2;30;90;12,5'],
    ['klantnummer;herhaalaankopen;t_x (dagen);T (dagen);gemiddelde besteding', '1;2;30;90;12,5'],
    ['Kundennummer;Wiederkäufe;t_x in Tagen;T in Tagen;Durchschnittsausgaben', '1;2;30;90;12,5'],
    ['customer,first,last,orders,revenue', '1,2024-01-01,2024-02-01,3,80.5'],
    [
      'Mã khách hàng;Ngày mua đầu;Ngày mua cuối;Số đơn hàng;Doanh thu',
      '1;2024-01-01;2024-02-01;3;80,5',
    ],
    [
      'klant;eerste bestelling;laatste bestelling;aantal bestellingen;omzet',
      '1;2024-01-01;2024-02-01;3;80,5',
    ],
    [
      'Kunde;Erste Bestellung;Letzte Bestellung;Anzahl Bestellungen;Umsatz',
      '1;2024-01-01;2024-02-01;3;80,5',
    ],
  ])('%s', async (header, row) => {
    const { table } = await understood(csv(header, row));
    expect(table?.kind).toBe('customer-summary');
    expect(table?.missing).toEqual([]);
  });

  test('an order log stays one, whatever else its columns are called', async () => {
    const log = await understood(csv('customer,date,amount,status', 'ann,2024-01-05,10,paid'));
    expect(log.table).toBeUndefined();
  });

  test('the person may say that it is something else', async () => {
    const file = csv('customer,x,t_x,T,m', '1,2,30,90,12.5');
    expect((await understood(file, { kind: 'grouped-summary' })).table?.missing).toEqual(['count']);
  });
});

describe('what a header does not say is asked', () => {
  const asked = async (header: string, ...rows: string[]) =>
    (await understood(csv(header, ...rows))).questions.map(({ code }) => code);

  test('the unit of time, and what the mean is of', async () => {
    expect(await asked('customer,x,t_x,T,m', '1,2,30,90,12.5')).toEqual([
      'TIME_UNIT_UNKNOWN',
      'MEAN_SPEND_UNKNOWN',
    ]);
  });

  test('but not where the header says it', async () => {
    expect(await asked('customer,x,t_x_days,T_days,mean_repeat_spend', '1,2,30,90,12.5')).toEqual(
      [],
    );
    const { table } = await understood(csv('customer,x,t_x (weeks),T (weeks)', '1,2,30,90'));
    expect(table?.timeUnit).toEqual({ value: 'week', basis: 'named' });
  });

  test('the end of observation of first and last days; the last order is offered', async () => {
    const file = csv(
      'customer,first,last,orders',
      '1,2024-01-01,2024-02-01,3',
      '2,2024-03-05,2024-03-05,1',
    );
    const { questions, table } = await understood(file);
    expect(questions.map(({ code, suggested }) => [code, suggested])).toEqual([
      ['OBSERVATION_END_UNKNOWN', '2024-03-05'],
    ]);
    expect(table?.latest).toBe('2024-03-05');
  });

  test('recency of people who all came back may be silence; one who did not tells', async () => {
    expect(await asked('id,frequency,recency_days,T_days', '1,2,30,90')).toEqual([
      'RECENCY_UNKNOWN',
    ]);
    const since = await understood(
      csv('id,frequency,recency_days,T_days', '1,2,30,90', '2,0,0,50'),
    );
    expect(since.table?.recency).toEqual({ value: 'since-first', basis: 'proven' });
    const silence = await understood(
      csv('id,frequency,recency_days,T_days', '1,2,30,90', '2,0,50,50'),
    );
    expect(silence.table?.recency).toEqual({ value: 'before-end', basis: 'proven' });
    const { content } = await importTable(
      'customer-summary',
      csv('id,frequency,recency_days,T_days', '1,2,30,90', '2,0,50,50'),
    );
    expect([...content.summary.tx]).toEqual([60, 0]);
  });
});

describe('rows that contradict themselves are rejected with their line', () => {
  test.each([
    ['1,-1,30,90,5', 'PURCHASES_INVALID'],
    ['1,1.5,30,90,5', 'PURCHASES_INVALID'],
    ['1,,30,90,5', 'PURCHASES_INVALID'],
    ['1,2,x,90,5', 'TIME_INVALID'],
    ['1,2,-3,90,5', 'TIME_NEGATIVE'],
    ['1,2,91,90,5', 'TIME_BEYOND_END'],
    ['1,0,30,90,5', 'PURCHASES_WITHOUT_TIME'],
    ['1,2,0,90,5', 'PURCHASES_WITHOUT_TIME'],
    ['1,2,30,90,much', 'AMOUNT_INVALID'],
    [',2,30,90,5', 'CUSTOMER_EMPTY'],
    ['ann,2,30,90,5', 'CUSTOMER_DUPLICATE'],
    ['1,2', 'ROW_TOO_SHORT'],
    ['customer,x,t_x,T,m', 'HEADER_REPEATED'],
  ])('%s: %s', async (row, code) => {
    const file = csv('customer,x,t_x,T,m', 'ann,1,10,90,5', row, '');
    const { report } = await importTable('customer-summary', file, DAYS);
    expect(report.rejected).toEqual({ [code]: 1 });
    expect(report.entries[0]).toMatchObject({ line: 3, code });
    expect(accountedFor(report)).toBe(report.rows);
  });

  test('a repeat buyer without a positive mean stays a customer, and is told of', async () => {
    const file = csv(
      'customer,x,t_x,T,m',
      'ann,1,10,90,5',
      'bob,2,30,90,0',
      'cem,2,30,90,',
      'dee,0,0,9,',
    );
    const { content, report } = await importTable('customer-summary', file, DAYS);
    expect(content.summary.count).toBe(4);
    expect(report.warnings).toMatchObject([{ code: 'MEAN_NOT_POSITIVE', count: 2 }]);
  });
});

test('times in weeks become days, by sevens', async () => {
  const file = csv('customer,x,t_x,T,m', 'ann,2,30.43,38.86,22.35');
  const { content } = await importTable('customer-summary', file, { ...DAYS, timeUnit: 'week' });
  expect([...content.summary.T]).toEqual([38.86 * 7]);
});

test('first and last day, orders and revenue give x, t_x, T and the mean of all', async () => {
  const file = csv(
    'Kunde;Erste Bestellung;Letzte Bestellung;Anzahl Bestellungen;Umsatz (EUR)',
    'ann;01.01.2024;31.01.2024;3;60,00',
    'bob;15.01.2024;15.01.2024;2;50,00',
  );
  const { content, report } = await importTable('customer-summary', file, {
    observationEnd: '2024-02-10',
  });
  const { summary } = content;
  expect(summary).toMatchObject({ meanOf: 'all', observationEnd: epochDay(2024, 2, 10) });
  // Two orders of one day are one purchase.
  expect([[...summary.x], [...summary.tx], [...summary.T], [...(summary.m ?? [])]]).toEqual([
    [2, 0],
    [30, 0],
    [40, 26],
    [20, 50],
  ]);
  expect([...(summary.orders ?? [])]).toEqual([3, 2]);
  expect(report.warnings.map(({ code }) => code)).toEqual(['ORDERS_AS_OCCASIONS']);
});

test('a last order after the end of observation, or before the first, is no order', async () => {
  const file = csv(
    'customer,first,last,orders',
    'ann,2024-01-01,2024-02-01,2',
    'bob,2024-01-01,2024-04-01,2',
    'cem,2024-02-01,2024-01-01,2',
  );
  const { report } = await importTable('customer-summary', file, { observationEnd: '2024-03-01' });
  expect(report.entries.map(({ line, code }) => [line, code])).toEqual([
    [3, 'TIME_BEYOND_END'],
    [4, 'LAST_BEFORE_FIRST'],
  ]);
});

test('every row is accounted for, whatever stands in it', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', '0', '1', '2', '30', '90', '1.5', '-1', 'x', '"', '1e3', ' '),
    fc.integer({ min: 0, max: 99 }).map(String),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
      async (rows) => {
        const lines = rows.map((cells) => cells.join(','));
        const file = csv('customer,x,t_x,T,m', 'ann,1,10,90,5', ...lines, 'bob,1,10,90,5');
        const understanding = await understood(file, DAYS).catch(() => null);
        if (!understanding || understanding.questions.length > 0) return;
        const { report } = await importTable('customer-summary', file, DAYS);
        expect(accountedFor(report)).toBe(report.rows);
      },
    ),
    { numRuns: 60 },
  );
});
