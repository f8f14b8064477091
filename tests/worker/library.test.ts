import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { readRows } from '../../src/ingest/read-rows';
import { inspect } from '../../src/ingest/inspect';
import type { DatasetContent } from '../../src/worker/dataset-columns';
import { Library } from '../../src/worker/library';
import { newEntry } from '../../src/worker/new-entry';

const unheard = { waiting: () => undefined, lost: () => undefined };
let content: DatasetContent;

beforeEach(async () => {
  const file = new File(
    ['customer,date,amount\nann,2024-01-05,10.00\nbob,2024-01-06,20.50'],
    'a.csv',
  );
  const understanding = await inspect(file);
  if (understanding.kind !== 'understanding') throw new Error(understanding.code);
  const read = await readRows([{ file, choices: {}, understanding }]);
  if (read.kind !== 'imported') throw new Error(read.kind);
  content = { ...read, kind: 'orders' };
});

/** A dataset of this name that nothing is known of yet. */
const entryOf = (name: string) => newEntry(name, null, { kind: 'files', reports: [] }, content);

for (const where of ['the browser', 'this tab'])
  test(`what is cancelled while it is saved is gone again: in ${where}`, async () => {
    const library = await Library.open(unheard);
    library.keepsNothing = where === 'this tab';
    const before = entryOf('before.csv');
    await library.save(before, content);
    const cancelled = new AbortController();
    const saving = library.save(entryOf('after.csv'), content, cancelled.signal);
    cancelled.abort(new Error('enough'));
    await expect(saving).rejects.toThrow('enough');
    expect((await library.list()).entries.map(({ name }) => name)).toEqual(['before.csv']);
    await library.remove(before.id);
  });

test('what is not cancelled stays', async () => {
  const library = await Library.open(unheard);
  const entry = entryOf('kept.csv');
  expect(await library.save(entry, content, new AbortController().signal)).toEqual({
    kind: 'done',
  });
  expect(library.isKept(entry.id)).toBe(true);
});
