import { describe, expect, it } from 'vitest';
import { LARGEST_FILE, inspect } from '../../src/ingest/inspect';
import type { NamedBlob } from '../../src/ingest/file-slices';
import { readRows } from '../../src/ingest/read-rows';
import { Importing } from '../../src/worker/importing';
import { TODAY } from './corpus-cases';

const HEADER = 'customer,date,amount\n';

/** A log of so many rows, every one of which comes in. */
function log(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => `c${row % 1000},2024-01-05,1.50\n`);
  return HEADER + lines.join('');
}

/** A file that is another one when it is read further than some byte, as the browser tells it. */
function failingAfter(text: string, limit: number, problem: Error | 'shorter'): NamedBlob {
  const file = new File([text], 'orders.csv');
  const slice = file.slice.bind(file);
  file.slice = (start = 0, end = file.size) => {
    const part = slice(start, end);
    if (end <= limit) return part;
    const failure = problem === 'shorter' ? new TypeError('network error') : problem;
    part.arrayBuffer = () => Promise.reject(failure);
    part.stream = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        async start(controller) {
          const sound = slice(start, Math.max(start, limit));
          if (sound.size > 0) controller.enqueue(new Uint8Array(await sound.arrayBuffer()));
          if (problem === 'shorter') controller.close();
          else controller.error(problem);
        },
      });
    return part;
  };
  return file;
}

/** How browsers tell it: one names what is wrong, another speaks of the network, a third just ends. */
const CHANGES: Record<string, Error | 'shorter'> = {
  NotReadableError: new DOMException('the file changed', 'NotReadableError'),
  NotFoundError: new DOMException('the file is gone', 'NotFoundError'),
  'network error': new TypeError('network error'),
  'it is shorter': 'shorter',
};

async function understood(file: NamedBlob) {
  const understanding = await inspect(file);
  if (understanding.kind === 'problem') throw new Error(understanding.code);
  return understanding;
}

describe('a file that changes', () => {
  const text = log(60_000);

  for (const [name, change] of Object.entries(CHANGES))
    it(`while it is read (${name}) imports nothing and says so`, async () => {
      const understanding = await understood(new File([text], 'orders.csv'));
      for (const limit of [1000, 300_000, 1_000_000]) {
        const file = failingAfter(text, limit, change);
        const result = await readRows([{ file, understanding, choices: {} }], { today: TODAY });
        expect(result).toMatchObject({ kind: 'problem', problem: { code: 'FILE_CHANGED' } });
      }
    });

  it('before it is looked at is refused', async () => {
    const change = new DOMException('the file changed', 'NotReadableError');
    const found = await inspect(failingAfter(text, 0, change));
    expect(found).toMatchObject({ kind: 'problem', code: 'FILE_CHANGED' });
  });
});

describe('cancelling', () => {
  it('at any slice ends the import with the reason given', async () => {
    const file = new File([log(2000)], 'orders.csv');
    const understanding = await understood(file);
    for (const slices of [0, 1, 5, 40]) {
      const controller = new AbortController();
      let seen = 0;
      if (slices === 0) controller.abort(new Error('enough'));
      const reading = readRows([{ file, understanding, choices: {} }], {
        today: TODAY,
        sliceBytes: 1000,
        signal: controller.signal,
        onProgress: () => {
          if (++seen === slices) controller.abort(new Error('enough'));
        },
      });
      await expect(reading).rejects.toThrow('enough');
      expect(seen).toBe(slices);
    }
  });

  it('is what a second import does to the first', async () => {
    const importing = new Importing();
    const read = (name: string, rows: number) =>
      importing.read(
        [{ file: new File([log(rows)], name), choices: {} }],
        () => {
          // Nobody watches.
        },
        (imported) => Promise.resolve(imported),
      );
    const first = read('a.csv', 100_000);
    const second = read('b.csv', 10);
    expect(await first).toEqual({ kind: 'cancelled' });
    expect(await second).toMatchObject({ kind: 'imported', reports: [{ accepted: 10 }] });
  });
});

describe('20 MB of stray quotes', () => {
  const FLOODS: Record<string, [string, object]> = {
    'in one cell': ['"a"b', { accepted: 2, rejected: { QUOTE_MALFORMED: 1 } }],
    'at the start of every line': [
      '"C1,2024-01-05,1.00\n',
      { accepted: 2, rejected: { QUOTE_MALFORMED: 500_000 } },
    ],
    'inside cells': ['a"b,2024-01-05,1.00\n', { accepted: 1_000_002, rejected: {} }],
  };
  for (const [name, [unit, expected]] of Object.entries(FLOODS))
    it(
      `${name} cost time in proportion, and rows that are told`,
      { timeout: 120_000 },
      async () => {
        const flood = unit.repeat(
          (20 * 1024 * 1024) / unit.length / (unit.length > 4 ? 1.048576 : 1),
        );
        const text = `${HEADER}C0,2024-01-05,1.00\n${flood}\nC9,2024-01-06,2.00\n`;
        const file = new File([text], 'flood.csv');
        const understanding = await understood(file);
        const result = await readRows([{ file, understanding, choices: {} }], { today: TODAY });
        if (result.kind !== 'imported') throw new Error(JSON.stringify(result));
        const { accepted, rejected, entries } = result.reports[0];
        expect({ accepted, rejected }).toEqual(expected);
        expect(entries.length).toBeLessThanOrEqual(1000);
      },
    );
});

describe('limits', () => {
  it('a file beyond 500 MB is refused without being read', async () => {
    const file = new File([HEADER], 'huge.csv');
    Object.defineProperty(file, 'size', { value: LARGEST_FILE + 1 });
    file.slice = () => {
      throw new Error('it was read');
    };
    expect(await inspect(file)).toMatchObject({ kind: 'problem', code: 'FILE_TOO_LARGE' });
  });

  it('the first thousand rows left out are listed, all are counted with their money', async () => {
    const rows = Array.from({ length: 5000 }, () => ',2024-01-05,1.25\n').join('');
    const file = new File([`${HEADER}a,2024-01-05,1.00\n${rows}`], 'orders.csv');
    const understanding = await understood(file);
    const result = await readRows([{ file, understanding, choices: {} }], { today: TODAY });
    if (result.kind !== 'imported') throw new Error(result.kind);
    const [{ rejected, entries, leftOut }] = result.reports;
    expect(rejected).toEqual({ CUSTOMER_EMPTY: 5000 });
    expect(entries).toHaveLength(1000);
    expect(leftOut).toEqual({ CUSTOMER_EMPTY: '6250.00' });
  });
});
