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
  const source = sourceOf(file.slice(start));
  let slice = new Uint8Array(Math.min(left, sliceBytes));
  let rested = performance.now();
  try {
    while (left > 0) {
      const length = Math.min(slice.length, left);
      for (let filled = 0; filled < length;) {
        signal?.throwIfAborted();
        const read = await source.readInto(slice.subarray(filled, length));
        if (read.length === 0) throw shortened();
        slice = new Uint8Array(read.buffer);
        filled += read.length;
      }
      if (performance.now() - rested > LONGEST_UNREST) {
        await rest();
        rested = performance.now();
      }
      signal?.throwIfAborted();
      left -= length;
      yield slice.subarray(0, length);
    }
  } finally {
    // Whoever stops early gives the rest back; a stream that failed has nothing left to give.
    await source.cancel().catch(() => undefined);
  }
}

/** Lets messages in, such as the one that cancels: waiting for bytes that are at hand does not. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A stream of bytes that are written where they are wanted. */
interface ByteSource {
  /**
   * Writes bytes to the front of those given, of which it takes the memory. Returns the ones written, in that memory;
   * none at the end.
   */
  readInto: (room: Bytes) => Promise<Bytes>;
  cancel: () => Promise<void>;
}

function sourceOf(file: Blob): ByteSource {
  const stream = file.stream();
  let reader;
  try {
    reader = stream.getReader({ mode: 'byob' });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new ChunkSource(stream.getReader());
  }
  return new DirectSource(reader);
}

/** The browser itself writes where bytes are wanted. */
class DirectSource implements ByteSource {
  readonly #reader: ReadableStreamBYOBReader;

  constructor(reader: ReadableStreamBYOBReader) {
    this.#reader = reader;
  }

  async readInto(room: Bytes): Promise<Bytes> {
    const { value } = await sound(this.#reader.read(room));
    return value ?? room.subarray(0, 0);
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}

/** For browsers that give out chunks of their own. */
class ChunkSource implements ByteSource {
  readonly #reader: ReadableStreamDefaultReader<Bytes>;
  #chunk: Bytes = new Uint8Array(0);
  #taken = 0;

  constructor(reader: ReadableStreamDefaultReader<Bytes>) {
    this.#reader = reader;
  }

  async readInto(room: Bytes): Promise<Bytes> {
    while (this.#taken === this.#chunk.length) {
      release(this.#chunk);
      const { value } = await sound(this.#reader.read());
      if (!value) return room.subarray(0, 0);
      this.#chunk = value;
      this.#taken = 0;
    }
    const part = this.#chunk.subarray(this.#taken, this.#taken + room.length);
    room.set(part);
    this.#taken += part.length;
    return room.subarray(0, part.length);
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}

/** A stream of a file fails, or ends early, only because the file is no longer what was chosen. */
async function sound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DOMException) throw error;
    throw new DOMException(String(error), 'NotReadableError');
  }
}

function shortened(): DOMException {
  return new DOMException('the file has become shorter', 'NotReadableError');
}
