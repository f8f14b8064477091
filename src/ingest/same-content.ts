import { fileSlices, type NamedBlob } from './file-slices';

/** Bytes compared at once. */
const COMPARED = 1024 * 1024;

/**
 * Whether two files hold the same bytes, under whatever names.
 *
 * @throws as `fileSlices` does
 */
export async function sameContent(
  one: NamedBlob,
  another: NamedBlob,
  signal?: AbortSignal,
): Promise<boolean> {
  if (one.size !== another.size) return false;
  const others = fileSlices(another, 0, COMPARED, signal);
  for await (const slice of fileSlices(one, 0, COMPARED, signal)) {
    const next = await others.next();
    const other = next.done ? null : next.value;
    if (!other || !slice.every((byte, at) => byte === other[at])) {
      await others.return(undefined);
      return false;
    }
  }
  return true;
}
