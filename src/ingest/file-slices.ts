import { release } from '../analysis/release';

/** A file, or a Blob that carries a name, as the drop zone and the tests give it. */
export type NamedBlob = Blob & { readonly name?: string; readonly lastModified?: number };

/** Bytes handed on at once. Below 1 MiB the text and its cells die young in the garbage collector. */
export const SLICE_BYTES = 512 * 1024;

/** Milliseconds after which messages are let in. */
const LONGEST_UNREST = 100;

/**
 * The bytes of a file in order, from `start` on, in slices of one size. They come as one stream, which reads ahead
 * by itself: asking for slices one by one costs a round trip to the browser's own process each. A slice holds until
 * the next one is asked for, which takes its memory.
 *
 * A BYOB reader would save a copy, but in Chromium such a read of a file may never end while the processor is busy.
 *
 * @throws DOMException (NotReadableError, NotFoundError) when the file changed or vanished meanwhile;
 *   the signal's reason when it was aborted
 */
export async function* fileSlices(
  file: Blob,
  start: number,
  sliceBytes: number = SLICE_BYTES,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let left = file.size - start;
  if (left <= 0) return;
  const reader = file.slice(start).stream().getReader();
  // Aborting ends a read that waits for a slow disk.
  const stop = (): void => void giveBack(reader);
  signal?.addEventListener('abort', stop);
  const slice = new Uint8Array(Math.min(left, sliceBytes));
  let filled = 0;
  let rested = performance.now();
  try {
    while (left > 0) {
      signal?.throwIfAborted();
      const chunk = await nextChunk(reader, signal);
      for (let at = 0; at < chunk.length;) {
        const part = chunk.subarray(at, at + Math.min(slice.length, left) - filled);
        slice.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < slice.length && filled < left) continue;
        if (performance.now() - rested > LONGEST_UNREST) {
          await rest();
          rested = performance.now();
        }
        signal?.throwIfAborted();
        left -= filled;
        yield slice.subarray(0, filled);
        filled = 0;
      }
      release(chunk);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await giveBack(reader);
  }
}

/** Gives back what has not been read; a stream that failed has nothing left to give. */
async function giveBack(reader: ReadableStreamDefaultReader): Promise<void> {
  await reader.cancel().catch(() => undefined);
}

/** Lets messages in, such as the one that cancels: waiting for bytes that are at hand does not. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A stream of a file fails, or ends early, only because the file is no longer what was chosen. */
async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  let chunk;
  try {
    chunk = await reader.read();
  } catch (error) {
    if (error instanceof DOMException) throw error;
    throw new DOMException(String(error), 'NotReadableError');
  }
  signal?.throwIfAborted();
  if (chunk.done) throw new DOMException('the file has become shorter', 'NotReadableError');
  return chunk.value;
}
