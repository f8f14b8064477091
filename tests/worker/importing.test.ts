import { expect, test } from 'vitest';
import type { Imported, ImportedTable } from '../../src/ingest/import-result';
import type { Inspected } from '../../src/worker/contract/importing';
import { Importing } from '../../src/worker/importing';

const ROWS = Array.from(
  { length: 20_000 },
  (_, k) => `C${k % 700},2024-0${1 + (k % 9)}-1${k % 10},${k % 90}.25,O${k}`,
);
const log = new File([['customer,date,amount,order', ...ROWS].join('\n')], 'log.csv');
const chosen = [{ file: log, choices: {} }];
const unheard = () => undefined;
const kept = (imported: Imported | ImportedTable) => Promise.resolve(imported);

async function read(importing: Importing) {
  const result = await importing.read(chosen, unheard, kept);
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
  expect((await importing.read(chosen, unheard, kept)).kind).toBe('imported');
});

test('what cancels an import is heard after the last row too: nothing is kept', async () => {
  const importing = new Importing();
  const asked: string[] = [];
  const outcome = await importing.read(
    chosen,
    // The message waits in the queue while the rows are put together.
    ({ bytes, totalBytes }) => bytes === totalBytes && setTimeout(() => importing.cancel()),
    (imported) => {
      asked.push(imported.kind);
      return kept(imported);
    },
  );
  expect(outcome).toEqual({ kind: 'cancelled' });
  expect(asked).toEqual([]);
});

test('an import can be cancelled while it is being kept', async () => {
  const importing = new Importing();
  const outcome = await importing.read(chosen, unheard, (imported, signal) => {
    importing.cancel();
    signal.throwIfAborted();
    return kept(imported);
  });
  expect(outcome).toEqual({ kind: 'cancelled' });
  expect((await importing.read(chosen, unheard, kept)).kind).toBe('imported');
});
