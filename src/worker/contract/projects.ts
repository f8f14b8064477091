import type { ProjectProblemCode } from '../../exports/project-file';
import type { Opened } from './datasets';

/** What the page keeps in the browser's small storage and a project takes along, by storage key. */
export type Notes = Record<string, string>;

/** A project file was opened as a dataset; `notes` are what was taken along with it. */
export type ProjectOpened = Opened & { notes: Notes };

/** A project file was refused; nothing was changed. */
export interface ProjectRefused {
  kind: 'project-refused';
  code: ProjectProblemCode | 'PROJECT_UNREADABLE';
  /** Name of the file. Hostile text is possible: render it as text only. */
  file: string;
}
