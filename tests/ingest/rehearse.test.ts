import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/ingest/inspect';
import { rehearse } from '../../src/ingest/rehearse';
import { CASES, corpusFile } from './corpus-cases';

const going = new AbortController().signal;

describe('a file is read for practice wherever its head is cut off', () => {
  for (const entry of CASES)
    it(entry.id, async () => {
      const file = corpusFile(entry);
      const understanding = await inspect(file);
      if (understanding.kind === 'problem' || understanding.table) return;
      const confirmed = { file, understanding, choices: {} };
      for (const bytes of [1, Math.ceil(file.size / 2), file.size - 1])
        await expect(rehearse(confirmed, going, bytes)).resolves.toBeUndefined();
    });
});

it('says nothing of a file that is gone, and ends when aborted', async () => {
  const rows = Array.from({ length: 50 }, (_, k) => `C${k % 7},2024-01-1${k % 10},${k}.25`);
  const file = new File([['customer,date,amount', ...rows].join('\n')], 'log.csv');
  const understanding = await inspect(file);
  if (understanding.kind === 'problem') throw new Error(understanding.code);
  const gone = Object.assign(new File(rows, 'log.csv'), {
    slice: () => gone,
    stream: () => {
      throw new DOMException('no such file', 'NotFoundError');
    },
  });
  await rehearse({ file: gone, understanding, choices: {} }, going);
  await rehearse({ file, understanding, choices: {} }, AbortSignal.abort());
});
