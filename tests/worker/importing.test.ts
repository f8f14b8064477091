import { expect, test } from 'vitest';
import type { Inspected } from '../../src/worker/contract/importing';
import { Importing } from '../../src/worker/importing';

const ROWS = Array.from(
  { length: 20_000 },
  (_, k) => `C${k % 700},2024-0${1 + (k % 9)}-1${k % 10},${k % 90}.25,O${k}`,
);
const log = new File([['customer,date,amount,order', ...ROWS].join('\n')], 'log.csv');
const chosen = [{ file: log, choices: {} }];
const unheard = () => undefined;

async function read(importing: Importing) {
  const result = await importing.read(chosen, unheard);
  if (result.kind !== 'imported') throw new Error(result.kind);
  return { ...result, customerIds: result.customerIds.slice() };
}

test('a file that was read for practice is imported as any other, even while that goes on', async () => {
  const expected = await read(new Importing());
  expect(expected.reports[0].accepted).toBe(ROWS.length);

  const rehearsed = new Importing();
  await rehearsed.rehearse(chosen, await rehearsed.inspect(chosen));
  expect(await read(rehearsed)).toEqual(expected);

  const rehearsing = new Importing();
  const rehearsal = rehearsing.rehearse(chosen, await rehearsing.inspect(chosen));
  expect(await read(rehearsing)).toEqual(expected);
  await rehearsal;
});

test('there is no practice on what is no file of orders', async () => {
  const importing = new Importing();
  const problem: Inspected = { kind: 'problem', code: 'FILE_CHANGED', file: 'log.csv' };
  await importing.rehearse(chosen, [problem]);
  expect((await importing.read(chosen, unheard)).kind).toBe('imported');
});
