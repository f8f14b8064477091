import type { Choices } from '../../src/ingest/choices';
import type { ImportResult } from '../../src/ingest/import-result';
import { inspect } from '../../src/ingest/inspect';
import { readRows, type ReadOptions } from '../../src/ingest/read-rows';
import { TODAY } from './corpus-cases';

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
