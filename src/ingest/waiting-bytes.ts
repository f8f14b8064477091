import { grown } from './grown';

/** Bytes that wait for what comes after them, such as the beginning of a record; all in one piece of memory. */
export class WaitingBytes {
  #bytes = new Uint8Array(1024);
  /** Bytes at hand: those that waited, and what came after them. */
  #length = 0;

  /** The bytes that wait with these behind them; they hold until the next call. */
  followedBy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const length = this.#length + bytes.length;
    if (length > this.#bytes.length) this.#bytes = grown(this.#bytes, Uint8Array, length);
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
    return this.#bytes.subarray(0, length);
  }

  /** Lets go of all before an offset into the bytes handed out last. */
  keepFrom(offset: number): void {
    this.#bytes.copyWithin(0, offset, this.#length);
    this.#length -= offset;
  }
}
