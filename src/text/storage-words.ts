import type { ProjectRefused } from '../worker/contract/projects';
import {
  storage_PROJECT_DAMAGED,
  storage_PROJECT_DAMAGED_do,
  storage_PROJECT_NEWER,
  storage_PROJECT_NEWER_do,
  storage_PROJECT_NOT_ALONE,
  storage_PROJECT_NOT_ALONE_do,
  storage_PROJECT_NOT_ONE,
  storage_PROJECT_NOT_ONE_do,
  storage_PROJECT_TRUNCATED,
  storage_PROJECT_TRUNCATED_do,
  storage_PROJECT_UNREADABLE,
  storage_PROJECT_UNREADABLE_do,
} from './paraglide/messages';
import { isolated, type ProblemWords } from './problem-words';

type Words = [title: (facts: { file: string }) => string, advice: () => string];

const PROJECTS: Record<ProjectRefused['code'] | 'PROJECT_NOT_ALONE', Words> = {
  PROJECT_NOT_ONE: [storage_PROJECT_NOT_ONE, storage_PROJECT_NOT_ONE_do],
  PROJECT_NEWER: [storage_PROJECT_NEWER, storage_PROJECT_NEWER_do],
  PROJECT_TRUNCATED: [storage_PROJECT_TRUNCATED, storage_PROJECT_TRUNCATED_do],
  PROJECT_DAMAGED: [storage_PROJECT_DAMAGED, storage_PROJECT_DAMAGED_do],
  PROJECT_UNREADABLE: [storage_PROJECT_UNREADABLE, storage_PROJECT_UNREADABLE_do],
  PROJECT_NOT_ALONE: [storage_PROJECT_NOT_ALONE, storage_PROJECT_NOT_ALONE_do],
};

/** Words for a project file that was not opened. */
export function projectProblemWords({
  code,
  file,
}: {
  code: keyof typeof PROJECTS;
  file: string;
}): ProblemWords {
  const [title, advice] = PROJECTS[code];
  return { title: title({ file: isolated(file) }), advice: advice() };
}
