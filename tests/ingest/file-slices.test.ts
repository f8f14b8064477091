import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileSlices } from '../../src/ingest/file-slices';

/** A file whose stream gives out chunks of some size. */
function inChunks(bytes: Uint8Array<ArrayBuffer>, size: number): Blob {
  const file = new Blob([bytes]);
  file.slice = (start = 0) => {
    const part = new Blob([bytes.subarray(start)]);
    part.stream = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        start(controller) {
          for (let at = start; at < bytes.length; at += size)
            controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      });
    return part;
  };
  return file;
}

describe('slices of a file', () => {
  it('are its bytes in order, all of one length but the last, whatever the chunks that the browser reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        async (random, start, sliceBytes, chunkBytes) => {
          const bytes = Uint8Array.from(random);
          const expected = [...bytes.subarray(start)];
          for (const file of [new Blob([bytes]), inChunks(bytes, chunkBytes)]) {
            const slices: number[][] = [];
            for await (const slice of fileSlices(file, start, sliceBytes)) slices.push([...slice]);
            expect(slices.flat()).toEqual(expected);
            const lengths = slices.slice(0, -1).map(({ length }) => length);
            expect(lengths.every((length) => length === sliceBytes)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('end at once when they are cancelled, even while the disk gives nothing', async () => {
    const file = new Blob(['customer,date,amount']);
    file.slice = () => {
      const part = new Blob();
      part.stream = () => new ReadableStream<Uint8Array<ArrayBuffer>>();
      return part;
    };
    const running = new AbortController();
    const first = fileSlices(file, 0, undefined, running.signal).next();
    running.abort(new Error('cancelled'));
    await expect(first).rejects.toThrow('cancelled');
  });
});
