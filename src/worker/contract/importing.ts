import type { Choices } from '../../ingest/choices';
import type { FileReport, NeedsAnswer, ReadProgress, Refused } from '../../ingest/import-result';
import type { FileProblem } from '../../ingest/problem';
import type { Understanding } from '../../ingest/understanding';
import type { Opened } from './datasets';

/** A file as chosen, with what the person decided about it so far. */
export interface ChosenFile {
  file: File;
  choices: Choices;
}

export type ImportOutcome = Opened | NeedsAnswer | Refused | { kind: 'cancelled' };

export type Inspected = Understanding | FileProblem;

export type { Choices, FileProblem, FileReport, ReadProgress, Refused, Understanding };
