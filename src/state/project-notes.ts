import type { Notes } from '../worker/contract/projects';
import { OWN, read, write } from './small-storage';

/** What is kept in small storage and belongs to the work on a dataset: lists of named things, by storage key. */
const TAKEN_ALONG = [`${OWN}scenarios`];

interface Named {
  name: string;
}

interface NamedList {
  version: number;
  scenarios: Named[];
}

/** All that a project file takes along beside the dataset. */
export function projectNotes(): Notes {
  return Object.fromEntries(
    TAKEN_ALONG.flatMap((key) => {
      const text = read(key);
      return text === null ? [] : [[key, text]];
    }),
  );
}

/** Adds what came with a project to what is here; of two with one name, the one that is here stays. */
export function addNotes(notes: Notes): void {
  for (const key of TAKEN_ALONG) {
    const came = namedList(notes[key]);
    if (!came) continue;
    const here = namedList(read(key));
    const known = new Set(here?.scenarios.map(({ name }) => name));
    const added = came.scenarios.filter(({ name }) => !known.has(name));
    if (added.length === 0) continue;
    write(key, JSON.stringify({ ...came, scenarios: [...(here?.scenarios ?? []), ...added] }));
  }
}

function namedList(text: unknown): NamedList | null {
  if (typeof text !== 'string') return null;
  try {
    const list = JSON.parse(text) as Partial<NamedList> | null;
    const named = Array.isArray(list?.scenarios) && list.scenarios.every(isNamed);
    return named ? (list as NamedList) : null;
  } catch {
    return null;
  }
}

function isNamed(value: unknown): value is Named {
  return typeof (value as Partial<Named> | null)?.name === 'string';
}
