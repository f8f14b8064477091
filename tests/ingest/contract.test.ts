import { describe, expect, it } from 'vitest';
import { epochDay } from '../../src/analysis/calendar';
import type { Choices } from '../../src/ingest/choices';
import { inspect } from '../../src/ingest/inspect';
import { readRows } from '../../src/ingest/read-rows';
import { outcome, TODAY } from './corpus-cases';
import { importFile } from './import-file';

const HEADER = 'customer_id,order_date,amount';

function csv(lines: string[] | Uint8Array<ArrayBuffer>, name = 'orders.csv'): File {
  return new File([lines instanceof Uint8Array ? lines : lines.join('\n') + '\n'], name);
}

/** Code of the problem, codes of the questions, or the codes of the rows that did not come in. */
async function verdict(file: File, choices: Choices = {}): Promise<string[]> {
  const understanding = await inspect(file, choices);
  if (understanding.kind === 'problem') return [understanding.code];
  if (understanding.questions.length > 0) return understanding.questions.map(({ code }) => code);
  const result = await importFile(file, choices);
  if (result.kind === 'problem') return [result.problem.code];
  return outcome(result).rejected.map(({ line, code }) => `${line} ${code}`);
}

async function warnings(file: File): Promise<string[]> {
  return outcome(await importFile(file)).warnings;
}

const GOOD = 'C1,2024-01-05,1.00';

describe('rows', () => {
  const ROWS: [string, string, string[]][] = [
    ['a NUL in a cell', 'C\u00001,2024-01-05,1.00', ['3 CONTROL_CHARACTER']],
    ['DEL', 'C\u007f,2024-01-05,1.00', ['3 CONTROL_CHARACTER']],
    ['vertical tab and form feed are allowed', 'C\u000b\u000c1,2024-01-05,1.00', []],
    ['a run of NULs at the end', '\u0000'.repeat(700), ['3 CONTROL_CHARACTER']],
    ['extra cells with text', `${GOOD},x`, ['3 ROW_TOO_LONG']],
    ['extra blank cells', `${GOOD},, ,`, []],
    ['the whole row in quotes', `"${GOOD}"`, ['3 ROW_TOO_SHORT']],
    ['no customer', ' ,2024-01-05,1.00', ['3 CUSTOMER_EMPTY']],
    ['no date', 'C1,,1.00', ['3 DATE_EMPTY']],
    ['before 1900', 'C1,1899-12-31,1.00', ['3 DATE_OUT_OF_RANGE']],
    ['the end of time', 'C1,9999-12-31,1.00', ['3 DATE_OUT_OF_RANGE']],
    ['the first of several faults wins', ',not a date,x', ['3 CUSTOMER_EMPTY']],
    ['too much money', 'C1,2024-01-05,1000000000001', ['3 AMOUNT_OUT_OF_RANGE']],
    ['blank rows are no errors', ',,\n  , ,\n', []],
    ['a line separator of Unicode ends no row', 'C\u20281,2024-01-05,1.00', []],
  ];
  for (const [name, row, expected] of ROWS)
    it(name, async () => {
      expect(await verdict(csv([HEADER, GOOD, row]))).toEqual(expected);
    });

  it('tomorrow is allowed, for shops east of here; the day after is not', async () => {
    const file = csv([HEADER, 'C1,2025-07-01,1.00', 'C1,2025-07-02,1.00']);
    expect(TODAY).toBe(epochDay(2025, 6, 30));
    expect(await verdict(file)).toEqual(['3 DATE_FUTURE']);
  });

  it('are all accounted for, and the first thousand entries kept', async () => {
    const bad = Array.from({ length: 1500 }, (_, k) => `C${k},never,1.00`);
    const result = await importFile(csv([HEADER, GOOD, '', ...bad, GOOD]));
    if (result.kind !== 'imported') throw new Error(result.kind);
    const [report] = result.reports;
    expect(report).toMatchObject({
      rows: 1503,
      accepted: 2,
      blank: 1,
      rejected: { DATE_INVALID: 1500 },
    });
    expect(report.entries).toHaveLength(1000);
    expect(report.entries[0]).toEqual({
      line: 4,
      lastLine: 4,
      code: 'DATE_INVALID',
      column: 1,
      text: 'never',
      amount: '1.00',
    });
  });
});

describe('statuses', () => {
  const file = csv([
    `${HEADER},status`,
    ...['paid', 'Cancelled', 'canceled', 'VOID', ' failed ', 'refused', 'pending', 'shipped'].map(
      (status, k) => `C${k},2024-01-05,1.00,${status}`,
    ),
  ]);

  it('that never were a sale are left out and counted', async () => {
    const result = await importFile(file);
    if (result.kind !== 'imported') throw new Error(result.kind);
    expect(result.reports[0]).toMatchObject({ accepted: 2, excluded: { STATUS_EXCLUDED: 6 } });
  });

  it('are the user’s to decide', async () => {
    const result = await importFile(file, { excludedStatuses: ['shipped'] });
    if (result.kind !== 'imported') throw new Error(result.kind);
    expect(result.reports[0]).toMatchObject({ accepted: 7, excluded: { STATUS_EXCLUDED: 1 } });
  });
});

describe('questions', () => {
  const rows = (...amounts: string[]) =>
    csv([
      HEADER.replaceAll(',', ';'),
      ...amounts.map((amount, k) => `C${k};2024-01-0${k + 1};${amount}`),
    ]);

  it('both decimal signs proven', async () => {
    const file = rows('1.234,56', '1,234.56');
    expect(await verdict(file)).toEqual(['NUMBER_FORMAT_CONFLICT']);
    expect(await verdict(file, { decimal: '.' })).toEqual(['2 AMOUNT_INVALID']);
    expect(await verdict(file, { decimal: ',' })).toEqual(['3 AMOUNT_INVALID']);
  });

  it('both orders of day and month proven', async () => {
    const file = csv([HEADER, 'C1,13/01/2024,1.00', 'C2,01/13/2024,1.00', 'C3,02/03/2024,1.00']);
    expect(await verdict(file)).toEqual(['DATE_ORDER_CONFLICT']);
    expect(await verdict(file, { dateOrder: 'dmy' })).toEqual(['3 DATE_INVALID']);
    expect(await verdict(file, { dateOrder: 'mdy' })).toEqual(['2 DATE_INVALID']);
  });

  it('nothing is asked where every reading gives the same', async () => {
    expect(await verdict(csv([HEADER, 'C1,05/05/2024,100', 'C2,07/07/2024,200']))).toEqual([]);
  });

  it('show how the file’s own cells read under each answer', async () => {
    const understanding = await inspect(rows('1,234', '5'));
    if (understanding.kind === 'problem') throw new Error(understanding.code);
    expect(understanding.questions[0].options).toMatchObject([
      {
        value: '.',
        choice: { decimal: '.' },
        readings: [{ line: 2, text: '1,234', reads: '1234' }],
      },
      {
        value: ',',
        choice: { decimal: ',' },
        readings: [{ line: 2, text: '1,234', reads: '1.234' }],
      },
    ]);
  });

  it('a needed column twice', async () => {
    const file = csv([`${HEADER},Amount`, `${GOOD},2.00`]);
    expect(await verdict(file)).toEqual(['DUPLICATE_HEADER']);
    const result = await importFile(file, { columns: { amount: 3 } });
    expect(outcome(result).revenue).toBe('2.00');
  });

  it('currencies written in the amounts', async () => {
    const file = csv([HEADER, 'C1,2024-01-05,€10.00', 'C2,2024-01-06,$5.00']);
    expect(await verdict(file)).toEqual(['MIXED_CURRENCY']);
    expect(await verdict(file, { currency: 'EUR' })).toEqual(['3 CURRENCY_EXCLUDED']);
  });

  it('line items priced alike in every order, with nothing to tell whose amount it is', async () => {
    const file = csv([`order_id,${HEADER}`, `1,${GOOD}`, `1,${GOOD}`, `2,C2,2024-01-06,5.00`]);
    expect(await verdict(file)).toEqual(['ORDER_TOTAL_REPEATED']);
    expect(outcome(await importFile(file, { orderTotals: 'once' })).revenue).toBe('6.00');
    expect(outcome(await importFile(file, { orderTotals: 'each' })).revenue).toBe('7.00');
  });
});

describe('what only shows further down a large file', { timeout: 30_000 }, () => {
  /** Over a megabyte of rows, so that the head does not hold the last of them. */
  const many = (row: (k: number) => string, last: string, header = HEADER) =>
    csv([header, ...Array.from({ length: 60_000 }, (_, k) => row(k)), last]);
  const day = (k: number) => String((k % 12) + 1).padStart(2, '0');

  async function readConfirmed(file: File) {
    const understanding = await inspect(file);
    if (understanding.kind === 'problem') throw new Error(understanding.code);
    expect(understanding.complete).toBe(false);
    expect(understanding.questions).toEqual([]);
    const result = await readRows([{ file, understanding, choices: {} }], { today: TODAY });
    return result.kind === 'question'
      ? result.understanding.questions.map(({ code }) => code)
      : result;
  }

  it('a second decimal sign', async () => {
    const file = many((k) => `C${k},2024-01-05,1.50`, 'C1,2024-01-05,"1.234,56"');
    expect(await readConfirmed(file)).toEqual(['NUMBER_FORMAT_CONFLICT']);
  });

  it('a second order of day and month', async () => {
    const file = many((k) => `C${k},13/${day(k)}/2024,1.50`, 'C1,01/13/2024,1.00');
    expect(await readConfirmed(file)).toEqual(['DATE_ORDER_CONFLICT']);
  });

  it('a second currency', async () => {
    const file = many(
      (k) => `C${k},2024-01-05,1.50,EUR`,
      'C1,2024-01-05,1.00,USD',
      `${HEADER},currency`,
    );
    expect(await readConfirmed(file)).toEqual(['MIXED_CURRENCY']);
  });

  it('the first doubtful cell', async () => {
    const file = many((k) => `C${k},2024-01-05,${k}`, 'C1,2024-01-05,"1,234"');
    expect(await readConfirmed(file)).toEqual(['NUMBER_FORMAT_AMBIGUOUS']);
  });

  it('an encoding: the file is read again as Windows-1252', async () => {
    const text = await many((k) => `C${k},2024-01-05,1.50`, 'M?ller,2024-01-05,1.00').text();
    const file = csv(Uint8Array.from(Buffer.from(text.replace('?', 'ü'), 'latin1')));
    const result = await readConfirmed(file);
    if (Array.isArray(result) || result.kind !== 'imported') throw new Error('not imported');
    expect(result.customerIds.slice()).toContain('Müller');
    expect(result.reports[0].warnings.map(({ code }) => code)).toContain('ENCODING_FALLBACK');
  });

  it('is waited for where the head leaves the reading open', async () => {
    const file = many((k) => `C${k},05/${day(k)}/2024,1.50`, 'C1,13/01/2024,1.00');
    const understanding = await inspect(file);
    expect(understanding).toMatchObject({
      questions: [],
      dates: [{ order: 'dmy', basis: 'proven' }],
    });
  });
});

describe('several files', () => {
  const confirmed = async (file: File, choices: Choices = {}) => {
    const understanding = await inspect(file, choices);
    if (understanding.kind === 'problem') throw new Error(understanding.code);
    return { file, understanding, choices };
  };

  it('make one dataset with one scale', async () => {
    const result = await readRows(
      [
        await confirmed(csv([HEADER, GOOD, 'C2,2024-01-06,2.5'], 'january.csv')),
        await confirmed(
          csv(['Datum;Bedrag;Klantnummer', '13-02-2024;1,125;C1', '14-02-2024;10,00;C3']),
        ),
      ],
      { today: TODAY },
    );
    if (result.kind !== 'imported') throw new Error(result.kind);
    expect(result.customerIds.slice()).toEqual(['C1', 'C2', 'C3']);
    expect(result.transactions.scale).toBe(3);
    expect([...result.transactions.net]).toEqual([1000, 2500, 1125, 10000]);
    expect(result.reports.map(({ customers, revenue }) => [customers, revenue])).toEqual([
      [2, '3.50'],
      [2, '11.125'],
    ]);
  });

  it('of one currency each are asked about together', async () => {
    const euros = csv([`${HEADER},currency`, `${GOOD},EUR`]);
    const dollars = csv([`${HEADER},currency`, `${GOOD},USD`, `${GOOD},USD`]);
    const both = [await confirmed(euros), await confirmed(dollars)];
    const asked = await readRows(both, { today: TODAY });
    if (asked.kind !== 'question') throw new Error(asked.kind);
    expect(asked.understanding.questions.map(({ code }) => code)).toEqual(['MIXED_CURRENCY']);
    const result = await readRows(
      both.map((one) => ({ ...one, choices: { currency: 'USD' } })),
      { today: TODAY },
    );
    expect(result).toMatchObject({ kind: 'problem', problem: { code: 'ALL_ROWS_REJECTED' } });
  });

  it('that are the same are warned about', async () => {
    const file = csv([HEADER, GOOD]);
    const result = await readRows([await confirmed(file), await confirmed(file)], { today: TODAY });
    if (result.kind !== 'imported') throw new Error(result.kind);
    expect(result.reports[1].warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['DUPLICATE_FILE', 'DUPLICATE_ROWS']),
    );
  });
});

describe('identity', () => {
  it('is the id, else the e-mail, else the phone, else the name with a warning', async () => {
    const kind = async (header: string) => {
      const understanding = await inspect(csv([`${header},date,amount`, 'a,b,2024-01-05,1.00']));
      return understanding.kind === 'problem' ? understanding.code : understanding.identity;
    };
    expect(await kind('email,customer_id')).toEqual({ column: 1, kind: 'id' });
    expect(await kind('phone,email')).toEqual({ column: 1, kind: 'email' });
    expect(await kind('customer_name,phone')).toEqual({ column: 1, kind: 'phone' });
    expect(await kind('customer_name,note')).toEqual({ column: 0, kind: 'name' });
  });

  it('takes accents in either composition for one, and says so', async () => {
    const file = csv([HEADER, 'Zoe\u0308,2024-01-05,1.00', 'Zo\u00eb,2024-01-05,1.00']);
    expect(await warnings(file)).toContain('ID_NORMALISED');
    expect(outcome(await importFile(file)).customers).toBe(1);
  });

  it('merges case and number variants only when told to', async () => {
    const file = csv([
      HEADER,
      'ann,2024-01-05,1.00',
      'ANN,2024-01-05,1.00',
      '7,2024-01-05,1.00',
      '7.0,2024-01-05,1.00',
    ]);
    expect(outcome(await importFile(file)).customers).toBe(4);
    expect(outcome(await importFile(file, { mergeIdVariants: true })).customers).toBe(2);
  });
});

describe('cancelling', () => {
  it('stops with the reason given and leaves nothing', async () => {
    const file = csv([HEADER, GOOD]);
    const understanding = await inspect(file);
    if (understanding.kind === 'problem') throw new Error(understanding.code);
    const controller = new AbortController();
    controller.abort(new Error('cancelled'));
    await expect(
      readRows([{ file, understanding, choices: {} }], { signal: controller.signal }),
    ).rejects.toThrow('cancelled');
  });
});
