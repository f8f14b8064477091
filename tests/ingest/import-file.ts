import type { Choices } from '../../src/ingest/choices';
import type { ImportResult } from '../../src/ingest/import-result';
import { inspect } from '../../src/ingest/inspect';
import { readRows, type ConfirmedFile, type ReadOptions } from '../../src/ingest/read-rows';
import { TODAY } from './corpus-cases';

/** What reading files comes to, with the ids of the customers as strings, so that all of it can be compared. */
export async function readWhole(files: ConfirmedFile[], options: ReadOptions = {}) {
  const result = await readRows(files, { today: TODAY, ...options });
  return result.kind === 'imported'
    ? { ...result, customerIds: result.customerIds.slice() }
    : result;
}

/** Inspects and reads one file as a person would who takes everything as understood. */
export async function importFile(
  file: File,
  choices: Choices = {},
  options: ReadOptions = {},
): Promise<ImportResult> {
  const understanding = await inspect(file, choices);
  if (understanding.kind === 'problem')
    return { kind: 'problem', problem: understanding, fileIndex: 0, report: null };
  return readRows([{ file, understanding, choices }], { today: TODAY, ...options });
}
