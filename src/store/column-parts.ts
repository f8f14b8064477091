import type { PartValues } from './schema';

/** Values per chunk: large enough to be few, small enough to clone without a stall. */
export const CHUNK = 65_536;

/** Named columns of one dataset; a column may be absent (null). */
export type Columns = Record<string, PartValues | null>;

/** Name, kind and length of each column present: what `joinColumns` needs to put chunks together. */
export type ColumnLayout = Record<string, { kind: ColumnKind; length: number }>;

type ColumnKind = 'u8' | 'i16' | 'u32' | 'i32' | 'f64' | 'text';

const ARRAYS = {
  u8: Uint8Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

function kindOf(values: PartValues): ColumnKind {
  if (Array.isArray(values)) return 'text';
  if (values instanceof Uint8Array) return 'u8';
  if (values instanceof Int16Array) return 'i16';
  if (values instanceof Uint32Array) return 'u32';
  return values instanceof Int32Array ? 'i32' : 'f64';
}

export function layoutOf(columns: Columns): ColumnLayout {
  const layout: ColumnLayout = {};
  for (const [name, values] of Object.entries(columns)) {
    if (values) layout[name] = { kind: kindOf(values), length: values.length };
  }
  return layout;
}

/** Every chunk of every column present, in order. */
export function* splitColumns(
  columns: Columns,
): Generator<{ name: string; chunk: number; values: PartValues }> {
  for (const [name, values] of Object.entries(columns)) {
    if (!values) continue;
    for (let start = 0, chunk = 0; start < values.length; start += CHUNK, chunk++) {
      yield { name, chunk, values: values.slice(start, start + CHUNK) };
    }
  }
}

/** A part that is missing or has the wrong length: the stored dataset is torn. */
export class TornColumn extends Error {
  constructor(
    readonly column: string,
    readonly chunk: number,
  ) {
    super(`column ${column}, part ${chunk} is missing or damaged`);
  }
}

/**
 * Puts chunks back together.
 * @param read gives one chunk, undefined where there is none
 * @throws TornColumn when a chunk is absent or its length does not fit the layout
 */
export function joinColumns(
  layout: ColumnLayout,
  read: (name: string, chunk: number) => PartValues | undefined,
): Columns {
  const columns: Columns = {};
  for (const [name, { kind, length }] of Object.entries(layout)) {
    columns[name] =
      kind === 'text' ? joinText(name, length, read) : joinNumbers(name, kind, length, read);
  }
  return columns;
}

function expectedChunk(
  name: string,
  chunk: number,
  length: number,
  read: (name: string, chunk: number) => PartValues | undefined,
): PartValues {
  const values = read(name, chunk);
  if (values?.length !== Math.min(CHUNK, length - chunk * CHUNK)) throw new TornColumn(name, chunk);
  return values;
}

function joinText(
  name: string,
  length: number,
  read: (name: string, chunk: number) => PartValues | undefined,
): string[] {
  const whole: string[] = [];
  for (let chunk = 0; chunk * CHUNK < length; chunk++) {
    const values = expectedChunk(name, chunk, length, read);
    if (!Array.isArray(values)) throw new TornColumn(name, chunk);
    for (const value of values) whole.push(value);
  }
  return whole;
}

function joinNumbers(
  name: string,
  kind: Exclude<ColumnKind, 'text'>,
  length: number,
  read: (name: string, chunk: number) => PartValues | undefined,
): PartValues {
  const whole = new ARRAYS[kind](length);
  for (let chunk = 0; chunk * CHUNK < length; chunk++) {
    const values = expectedChunk(name, chunk, length, read);
    if (!(values instanceof ARRAYS[kind])) throw new TornColumn(name, chunk);
    whole.set(values, chunk * CHUNK);
  }
  return whole;
}
