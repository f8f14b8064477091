/** A file, or a Blob that carries a name, as the drop zone and the tests give it. */
export type NamedBlob = Blob & { readonly name?: string; readonly lastModified?: number };

/** Bytes read at once. Below 1 MiB the text and its cells die young in the garbage collector. */
export const SLICE_BYTES = 512 * 1024;

/**
 * The bytes of a file in order, from `start` on; the next slice is fetched while the last one is worked on.
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
  const fetchSlice = (from: number) => file.slice(from, from + sliceBytes).arrayBuffer();
  let at = start;
  let pending = at < file.size ? fetchSlice(at) : null;
  while (pending) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await pending);
    at += sliceBytes;
    pending = at < file.size ? fetchSlice(at) : null;
    // Read ahead: a failure of this slice is thrown where the loop awaits it, or nowhere if we stop before.
    pending?.catch(() => undefined);
    yield bytes;
  }
}
