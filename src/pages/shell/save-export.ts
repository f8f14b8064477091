import { saveFile } from '../../parts/save-file';
import type { Tenure } from '../../state/tenure.svelte';
import { exportName } from './export-name';

/** What of the open dataset can be taken away as a file. */
export type ExportKind = 'results' | 'customers';

const ENDINGS: Record<ExportKind, string> = {
  results: 'results.json',
  customers: 'customers.csv',
};

/** Whether the open dataset has it: lifetimes and tables of survivors know no customers. */
export function canExport(tenure: Tenure, kind: ExportKind): boolean {
  const entry = tenure.session.entry;
  if (entry === null) return false;
  return kind === 'results' || (entry.kind !== 'durations' && entry.kind !== 'survival-table');
}

/** Has the worker write the file and hands it to the browser's downloads. */
export function saveExport(tenure: Tenure, kind: ExportKind): void {
  const { engine, session, settings } = tenure;
  const file =
    kind === 'results'
      ? engine.resultsFile(settings.current)
      : engine.customersFile(settings.current);
  file.then(
    (blob) => saveFile(`${exportName(session.entry)} ${ENDINGS[kind]}`, blob),
    (problem: unknown) => tenure.fail(problem),
  );
}
