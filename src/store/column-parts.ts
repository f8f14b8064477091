import { checksum } from './checksum';
import { partBytes } from './part-bytes';
import type { PartValues } from './schema';

/** Values per chunk: large enough to be few, small enough to clone without a stall. */
export const CHUNK = 65_536;

/** Named columns of one dataset; a column may be absent (null). */
export type Columns = Record<string, PartValues | null>;

/** What `joinColumns` needs to put the chunks of one column together. */
export interface ColumnShape {
  kind: ColumnKind;
  /** Number of values. */
  length: number;
  /** Checksum of the bytes of each chunk, in order. */
  checksums: number[];
}

/** The shape of each column present, by name. */
export type ColumnLayout = Record<string, ColumnShape>;

export type ColumnKind = 'u8' | 'i16' | 'u32' | 'i32' | 'f64' | 'text';

export const ARRAYS = {
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
    if (!values) continue;
    const checksums: number[] = [];
    for (let start = 0; start < values.length; start += CHUNK) {
      checksums.push(checksumOf(portion(values, start)));
    }
    layout[name] = { kind: kindOf(values), length: values.length, checksums };
  }
  return layout;
}

/** The checksum of one part. */
export function checksumOf(values: PartValues): number {
  return checksum(partBytes(values));
}

/** One chunk of a column; of numbers a view. */
function portion(values: PartValues, start: number): PartValues {
  const end = start + CHUNK;
  return Array.isArray(values) ? values.slice(start, end) : values.subarray(start, end);
}

/** Number of chunks of a column of this length. */
export function chunksOf({ length }: { length: number }): number {
  return Math.ceil(length / CHUNK);
}

/** Number of values in one chunk of a column. */
export function chunkLength({ length }: { length: number }, chunk: number): number {
  return Math.min(CHUNK, length - chunk * CHUNK);
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

/** A part that is missing, or is not as it was saved: the stored dataset is torn. */
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
 * @throws TornColumn when a chunk is absent, or its length or checksum is not what the layout says
 */
export function joinColumns(
  layout: ColumnLayout,
  read: (name: string, chunk: number) => PartValues | undefined,
): Columns {
  const columns: Columns = {};
  for (const [name, shape] of Object.entries(layout)) {
    const chunk = (at: number) => wholeChunk(name, shape, at, read(name, at));
    columns[name] = shape.kind === 'text' ? joinText(shape, chunk) : joinNumbers(shape, chunk);
  }
  return columns;
}

function wholeChunk(
  name: string,
  shape: ColumnShape,
  chunk: number,
  values: PartValues | undefined,
): PartValues {
  const whole =
    values?.length === chunkLength(shape, chunk) &&
    kindOf(values) === shape.kind &&
    checksumOf(values) === shape.checksums[chunk];
  if (!whole) throw new TornColumn(name, chunk);
  return values;
}

function joinText(shape: ColumnShape, read: (chunk: number) => PartValues): string[] {
  const whole: string[] = [];
  for (let chunk = 0; chunk < chunksOf(shape); chunk++) {
    for (const value of read(chunk) as string[]) whole.push(value);
  }
  return whole;
}

function joinNumbers(shape: ColumnShape, read: (chunk: number) => PartValues): PartValues {
  const whole = new ARRAYS[shape.kind as Exclude<ColumnKind, 'text'>](shape.length);
  for (let chunk = 0; chunk < chunksOf(shape); chunk++) {
    whole.set(read(chunk) as Exclude<PartValues, string[]>, chunk * CHUNK);
  }
  return whole;
}
