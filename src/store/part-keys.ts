/** Beyond every chunk number and every fingerprint, so that a key range covers one dataset. */
const LAST = [[]];

/** All keys of a dataset's parts, and of its results. */
export function partsOf(dataset: string): IDBKeyRange {
  return IDBKeyRange.bound([dataset], [dataset, LAST]);
}
