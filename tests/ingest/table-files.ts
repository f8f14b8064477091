import type { Choices } from '../../src/ingest/choices';
import type { FileReport } from '../../src/ingest/import-result';
import { inspect } from '../../src/ingest/inspect';
import { readTables } from '../../src/ingest/read-tables';
import type { TableContent } from '../../src/ingest/table-content';
import type { Understanding } from '../../src/ingest/understanding';

export function csv(...lines: string[]): File {
  return new File([lines.join('\n')], 'table.csv');
}

export async function understood(file: File, choices: Choices = {}): Promise<Understanding> {
  const found = await inspect(file, choices);
  if (found.kind === 'problem') throw new Error(JSON.stringify(found));
  return found;
}

/** A table as a person imports it who decides no more than is asked. */
export async function importTable<Kind extends TableContent['kind']>(
  kind: Kind,
  file: File,
  choices: Choices = {},
): Promise<{ content: Extract<TableContent, { kind: Kind }>; report: FileReport }> {
  const understanding = await understood(file, choices);
  const result = await readTables([{ file, understanding, choices }]);
  if (result.kind !== 'imported-table' || result.content.kind !== kind)
    throw new Error(JSON.stringify(result));
  return {
    content: result.content as Extract<TableContent, { kind: Kind }>,
    report: result.reports[0],
  };
}

/** Every row is in exactly one of the report's sums. */
export function accountedFor(report: FileReport): number {
  const sum = (counts: Partial<Record<string, number>>) =>
    Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);
  return report.accepted + sum(report.excluded) + sum(report.rejected) + report.blank;
}
