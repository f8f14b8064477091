import { beginsAsProject, ProjectProblem } from '../exports/project-file';
import type { Choices } from '../ingest/choices';
import { headerFingerprint } from '../ingest/fingerprint';
import { isChangedFile } from '../ingest/inspect';
import type { DatasetEntry } from './contract/datasets';
import type { ProjectRefused } from './contract/projects';
import type { Library } from './library';
import { openedProject, type ProjectContent } from './project';

/** By its name or its first bytes: one that was cut to nothing is still meant as a project, as is one renamed. */
export async function isProject(file: File): Promise<boolean> {
  if (file.name.toLowerCase().endsWith('.tenure')) return true;
  try {
    return await beginsAsProject(file);
  } catch (error) {
    // Whoever reads it next tells that it has changed.
    if (isChangedFile(error)) return false;
    throw error;
  }
}

/** The project in a file, or why it was refused. */
export async function readProjectFile(file: File): Promise<ProjectContent | ProjectRefused> {
  try {
    return await openedProject(file);
  } catch (error) {
    const refused = { kind: 'project-refused' as const, file: file.name };
    if (error instanceof ProjectProblem) return { ...refused, code: error.code };
    if (isChangedFile(error)) return { ...refused, code: 'PROJECT_UNREADABLE' };
    throw error;
  }
}

/** What was decided about the files a dataset was made of, by fingerprint of their headers. */
export async function mappingsOf(
  { source }: DatasetEntry,
  library: Library,
): Promise<Record<string, Choices>> {
  if (source.kind !== 'files') return {};
  const fingerprints = source.reports.map(({ headerLine, columnNames }) =>
    headerFingerprint(headerLine === null ? null : columnNames, columnNames.length),
  );
  const known = await library.recall(fingerprints);
  return Object.fromEntries(
    fingerprints.flatMap((fingerprint, index) => {
      const choices = known[index];
      return choices ? [[fingerprint, choices]] : [];
    }),
  );
}

/** Remembers a project's decisions about headers of which nothing is remembered here. */
export async function rememberNew(
  mappings: Record<string, Choices>,
  library: Library,
): Promise<void> {
  const fingerprints = Object.keys(mappings);
  const known = await library.recall(fingerprints);
  for (const [index, fingerprint] of fingerprints.entries()) {
    // What cannot be remembered is asked again; the dataset itself has been told of.
    if (!known[index]) await library.remember(fingerprint, mappings[fingerprint]);
  }
}
