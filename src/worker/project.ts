import { ProjectProblem, readProject, type Section, writeProject } from '../exports/project-file';
import type { Choices } from '../ingest/choices';
import {
  ARRAYS,
  chunkLength,
  chunksOf,
  type ColumnLayout,
  type ColumnShape,
  type Columns,
  joinColumns,
  layoutOf,
  splitColumns,
  TornColumn,
} from '../store/column-parts';
import { partBytes, textValues } from '../store/part-bytes';
import type { PartValues } from '../store/schema';
import type { DatasetEntry } from './contract/datasets';
import type { Notes } from './contract/projects';
import {
  type ContentFacts,
  type DatasetContent,
  factsOf,
  fromColumns,
  toColumns,
} from './dataset-columns';
import { restoredEntry } from './restored-entry';
import { isSound } from './sound-content';

/** All that belongs to a dataset: what a project file takes along. */
export interface ProjectContent {
  entry: DatasetEntry;
  content: DatasetContent;
  /** Model fits as they are kept with the dataset. */
  fits: unknown;
  /** What was decided about files of these headers, by fingerprint. */
  mappings: Record<string, Choices>;
  notes: Notes;
}

/** What the header of a project file holds beside its sections. */
interface ProjectHeader extends Omit<ProjectContent, 'content'> {
  facts: ContentFacts;
  layout: ColumnLayout;
}

/** @param results the results file, for whoever opens the project with other programs */
export async function projectFile(project: ProjectContent, results: Blob): Promise<Blob> {
  const { content, ...rest } = project;
  const columns = toColumns(content);
  const header: ProjectHeader = { ...rest, facts: factsOf(content), layout: layoutOf(columns) };
  const answers = new Uint8Array(await results.arrayBuffer());
  return writeProject(header, sections(columns, answers));
}

function* sections(columns: Columns, results: Uint8Array<ArrayBuffer>): Generator<Section> {
  yield { name: 'results.json', bytes: results };
  for (const { name, chunk, values } of splitColumns(columns)) {
    yield { name: partName(name, chunk), bytes: partBytes(values) };
  }
}

function partName(column: string, chunk: number): string {
  return `columns/${column}/${chunk}`;
}

/**
 * Reads a project file of this or any earlier version.
 * @throws ProjectProblem where it is none, or not whole; DOMException where the file can no longer be read
 */
export async function openedProject(file: Blob): Promise<ProjectContent> {
  const project = await readProject(file);
  const header = (project.content ?? {}) as Partial<ProjectHeader>;
  const entry = restoredEntry(header.entry);
  if (!entry || !header.facts || !header.layout) throw new ProjectProblem('PROJECT_DAMAGED');
  // Read to the end, so that a damaged section is noticed even where nothing here needs it.
  await project.section('results.json');
  const { facts, layout } = header;
  const content = await fitting(async () => {
    const read = fromColumns(await readColumns(project.section, layout), facts);
    return read.kind === entry.kind && isSound(read) ? read : null;
  });
  const { fits, mappings = {}, notes = {} } = header;
  return { entry, content, fits, mappings, notes };
}

async function readColumns(
  section: (name: string) => Promise<Uint8Array<ArrayBuffer>>,
  layout: ColumnLayout,
): Promise<Columns> {
  const parts = new Map<string, PartValues>();
  for (const [name, shape] of Object.entries(layout)) {
    for (let chunk = 0; chunk < chunksOf(shape); chunk++) {
      const part = partName(name, chunk);
      parts.set(part, partOf(await section(part), shape, chunk));
    }
  }
  return joinColumns(layout, (name, chunk) => parts.get(partName(name, chunk)));
}

function partOf(bytes: Uint8Array<ArrayBuffer>, shape: ColumnShape, chunk: number): PartValues {
  const count = chunkLength(shape, chunk);
  if (shape.kind === 'text') {
    const values = textValues(bytes, count);
    if (!values) throw new ProjectProblem('PROJECT_DAMAGED');
    return values;
  }
  const Numbers = ARRAYS[shape.kind];
  if (bytes.length !== count * Numbers.BYTES_PER_ELEMENT) {
    throw new ProjectProblem('PROJECT_DAMAGED');
  }
  return new Numbers(bytes.buffer);
}

/**
 * What a header and its columns make together.
 * @throws ProjectProblem where they do not fit each other: facts that are not there, lengths that are no lengths
 */
async function fitting<T>(read: () => Promise<T | null>): Promise<T> {
  try {
    const made = await read();
    if (made !== null) return made;
  } catch (error) {
    const misfit = error instanceof TypeError || error instanceof RangeError;
    if (!misfit && !(error instanceof TornColumn)) throw error;
  }
  throw new ProjectProblem('PROJECT_DAMAGED');
}
