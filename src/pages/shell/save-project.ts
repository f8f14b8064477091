import { notify } from '../../parts/notify';
import { saveFile } from '../../parts/save-file';
import type { Tenure } from '../../state/tenure.svelte';
import { storage_saving } from '../../text/paraglide/messages';
import { exportName } from './export-name';

/** Saves the open dataset, with all that belongs to it, as a project file. */
export function saveProject(tenure: Tenure): void {
  notify(storage_saving());
  tenure.datasets.project(tenure.settings.current).then(
    (file) => saveFile(`${exportName(tenure.datasets.open)}.tenure`, file),
    (problem: unknown) => tenure.fail(problem),
  );
}
