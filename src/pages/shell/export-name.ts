import type { DatasetEntry } from '../../worker/contract/datasets';

/** The name of a dataset as the beginning of a file's name, on every system. */
export function exportName(entry: DatasetEntry | null): string {
  return (entry?.name ?? 'tenure')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '_')
    .replace(/\.(csv|tenure)$/i, '');
}
