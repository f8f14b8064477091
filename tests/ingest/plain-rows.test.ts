import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../src/analysis/numerics/random';
import { inspect } from '../../src/ingest/inspect';
import type { ConfirmedFile } from '../../src/ingest/read-rows';
import type { Choices } from '../../src/ingest/choices';
import { readWhole } from './import-file';

const HEADER = 'customer,date,amount,order,channel,note';

/** Mostly cells about which nothing is remarkable, and some of every kind that is. */
const customer = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 30 }).map((n) => `C${n}`) },
  { weight: 2, arbitrary: fc.constantFrom('C007', 'c7', '"C8"', 'Zoë', '"a ""b"""') },
  { weight: 1, arbitrary: fc.constantFrom('', ' C1', '=C1', 'null', '"x\ny"') },
);
const date = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.integer({ min: 10, max: 28 }).map((day) => `2024-02-${day}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2024-02-30', '"2024-03-01"', '2099-01-01', '1949-01-01'),
  },
  { weight: 1, arbitrary: fc.constantFrom('2024-02-01 10:30', '', 'x', '2024-2-1') },
);
const amount = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 99999 }).map((n) => (n / 100).toFixed(2)) },
  { weight: 2, arbitrary: fc.constantFrom('5', '1.5', '"2.25"', '3.125', '12345678901.00') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0.00', '-4.00', '1,000.00', '7.', '.5', '', 'x', '1.2.3'),
  },
);
const order = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => `O${n}`) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'x', '"O1"', 'O01') },
);
const channel = fc.constantFrom('web', 'web', 'store', '', ' web', '"web"', 'Zoë');
const note = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', 'gift', '"a, b"', '"say ""hi"""', 'a "b" c') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"two\nlines"', 'x,more', '\u0001', '"open" x', '\uFFFD'),
  },
);
const row = fc.tuple(customer, date, amount, order, channel, note).map((cells) => cells.join(','));

async function confirmed(lines: readonly string[], end: string, choices: Choices) {
  const file = new File([lines.join(end)], 'orders.csv');
  const understanding = await inspect(file, choices);
  if (understanding.kind === 'problem' || understanding.questions.length > 0) return null;
  return { file, understanding, choices };
}

describe('rows taken straight from their bytes', () => {
  it('are the rows that the rules give, one file or two, whatever the slices', async () => {
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 2 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom<Choices>({}, { mergeIdVariants: true }, { attributes: [4] }),
        fc.integer({ min: 20, max: 2000 }),
        async (bodies, end, choices, sliceBytes) => {
          const files: ConfirmedFile[] = [];
          for (const body of bodies) {
            const file = await confirmed([HEADER, ...body], end, choices);
            if (file) files.push(file);
          }
          if (files.length === 0) return;
          const byRules = await readWhole(files, { bytes: false });
          if (byRules.kind === 'imported') imported++;
          expect(await readWhole(files)).toEqual(byRules);
          expect(await readWhole(files, { sliceBytes })).toEqual(byRules);
        },
      ),
      { numRuns: 150 },
    );
    expect(imported).toBeGreaterThan(50);
  }, 60_000);

  it('are told apart from longer ones where an id before them held a delimiter', async () => {
    const rest = '2024-02-10,5.00,O1,web,n';
    const lines = [`"A,1",${rest}`, ...Array.from({ length: 1100 }, (_, k) => `"A,${k}",${rest}`)];
    const file = await confirmed([HEADER, ...lines, `A,7,${rest}`, lines[0]], '\n', {
      orderTotals: 'each',
    });
    if (!file) throw new Error('the file asks something');
    const result = await readWhole([file]);
    expect(result).toEqual(await readWhole([file], { bytes: false }));
    expect(result).toMatchObject({ reports: [{ accepted: 1102, rejected: { ROW_TOO_LONG: 1 } }] });
  });

  it('repeat a line that was read by the rules when it came first', async () => {
    // Three decimals are more than were known of: the first of them is no plain amount, the second is.
    const line = 'C7,2024-02-10,1.125,O9,web,n';
    const lines = Array.from(
      { length: 40 },
      (_, k) => `C${k},2024-02-11,${k + 1}.00,O${k + 20},web,`,
    );
    const file = await confirmed(
      [HEADER, ...lines, line, 'C8,2024-02-10,2.00,O8,app,n', line, ''],
      '\n',
      {
        orderTotals: 'each',
        dropDuplicates: false,
      },
    );
    if (!file) throw new Error('the file asks something');
    const result = await readWhole([file]);
    expect(result).toEqual(await readWhole([file], { bytes: false }));
    if (result.kind !== 'imported') throw new Error(result.kind);
    const repeats = result.reports[0].warnings.find(({ code }) => code === 'DUPLICATE_ROWS');
    expect(repeats).toMatchObject({ count: 1 });
  });

  it('are the rows that the rules give in a file of many batches', async () => {
    const source = random(7);
    const below = (limit: number) => Math.floor(source.uniform() * limit);
    // Values of every length up to beyond what is compared at once, alike but for one letter.
    const channels = Array.from({ length: 60 }, (_, k) => 'abcdefghijklmnopqrst'.slice(0, k % 20))
      .concat(['abcd', 'abce', 'bbcd', 'Zoë'])
      .map((value, k) => (k % 3 === 0 ? value.replace('c', 'C') : value));
    const lines = Array.from({ length: 9000 }, (_, row) => {
      const odd = below(700);
      const who = odd === 0 ? ' C1' : odd === 1 ? 'Zoë' : `C${below(2000)}`;
      const money = odd === 2 ? '-5.00' : `${below(500) + 1}.${10 + below(90)}`;
      const order = odd === 3 ? '' : odd === 4 ? 'x' : `O${Math.floor(row / 2)}`;
      const line = [who, `2024-02-${10 + below(19)}`, money, order, channels[below(64)], 'n'];
      return odd === 5 ? HEADER : line.join(',');
    });
    lines[4000] = lines[3999] = 'C1,2024-02-10,12.50,O1,web,n';
    const file = await confirmed([HEADER, ...lines], '\n', {
      attributes: [4],
      orderTotals: 'each',
    });
    if (!file) throw new Error('the file asks something');
    const byRules = await readWhole([file], { bytes: false });
    expect(byRules.kind).toBe('imported');
    for (const sliceBytes of [undefined, 50_000])
      expect(await readWhole([file], sliceBytes ? { sliceBytes } : {})).toEqual(byRules);
  });
});
