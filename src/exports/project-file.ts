import { checksum } from '../store/checksum';
import { exactJson, parseExactJson } from './exact-json';

/** Version of the format below; raised when a reader of the old one would misread the new. */
export const PROJECT_VERSION = 1;

/**
 * A project file: a preamble of 20 bytes, a header, then its sections one after the other.
 *
 *     0  "TENURE" CR LF, which a transfer as text would spoil
 *     8  version, u32
 *    12  packed bytes of the header, u32
 *    16  checksum of bytes 0 to 15 and of the packed header, u32
 *    20  the header: JSON, gzip
 *     …  each section, gzip, at the length and with the checksum that the header names
 *
 * All numbers are little-endian. Every byte is under a checksum, so that damage anywhere is noticed; nothing is one
 * long text, so that a million customers need no more room than their columns.
 */
const MAGIC = new Uint8Array([0x54, 0x45, 0x4e, 0x55, 0x52, 0x45, 0x0d, 0x0a]);
const PREAMBLE = 20;
/** Largest header taken for one: what a report can hold, many times over. */
const MOST_HEADER = 1 << 28;

export type ProjectProblemCode =
  /** No project file at all. */
  | 'PROJECT_NOT_ONE'
  /** Of a version this page does not know yet. */
  | 'PROJECT_NEWER'
  /** It ends too early. */
  | 'PROJECT_TRUNCATED'
  /** Some byte is not as it was written. */
  | 'PROJECT_DAMAGED';

/** Why a project file was refused. */
export class ProjectProblem extends Error {
  constructor(readonly code: ProjectProblemCode) {
    super(code);
  }
}

export interface Section {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Where a section lies: `start` from the end of the header, `packed` and `size` in bytes. */
interface Placed {
  name: string;
  packed: number;
  size: number;
  checksum: number;
}

interface Header {
  content: unknown;
  sections: Placed[];
}

/** @param content whatever JSON can hold, exact in its numbers */
export async function writeProject(content: unknown, sections: Iterable<Section>): Promise<Blob> {
  const placed: Placed[] = [];
  const bodies: Uint8Array<ArrayBuffer>[] = [];
  for (const { name, bytes } of sections) {
    const body = await packed(bytes);
    placed.push({ name, packed: body.length, size: bytes.length, checksum: checksum(body) });
    bodies.push(body);
  }
  const text = exactJson({ content, sections: placed } satisfies Header);
  const header = await packed(new TextEncoder().encode(text));
  return new Blob([preamble(header), header, ...bodies], { type: 'application/x-tenure' });
}

function preamble(header: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(PREAMBLE);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(8, PROJECT_VERSION, true);
  view.setUint32(12, header.length, true);
  view.setUint32(16, checksum(header, checksum(bytes.subarray(0, 16))), true);
  return bytes;
}

/** Whether a file begins as a project file does. */
export async function beginsAsProject(file: Blob): Promise<boolean> {
  return isMagic(await bytesOf(file, 0, MAGIC.length));
}

function isMagic(bytes: Uint8Array): boolean {
  return bytes.length >= MAGIC.length && MAGIC.every((byte, index) => byte === bytes[index]);
}

/** A project file whose header was read. */
export interface Project {
  content: unknown;
  names: string[];
  /** @throws ProjectProblem `PROJECT_DAMAGED` where the section is absent or not as it was written */
  section: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Opens a project file of this or any earlier version.
 * @throws ProjectProblem; DOMException where the file can no longer be read
 */
export async function readProject(file: Blob): Promise<Project> {
  const opening = await bytesOf(file, 0, PREAMBLE);
  if (!isMagic(opening)) throw new ProjectProblem(whyNotOne(opening));
  if (opening.length < PREAMBLE) throw new ProjectProblem('PROJECT_TRUNCATED');
  const view = new DataView(opening.buffer);
  const version = view.getUint32(8, true);
  if (version > PROJECT_VERSION) throw new ProjectProblem('PROJECT_NEWER');
  if (version === 0) throw new ProjectProblem('PROJECT_DAMAGED');
  const length = view.getUint32(12, true);
  const begin = PREAMBLE + length;
  if (file.size < begin) throw new ProjectProblem('PROJECT_TRUNCATED');
  const packedHeader = await bytesOf(file, PREAMBLE, length);
  if (checksum(packedHeader, checksum(opening.subarray(0, 16))) !== view.getUint32(16, true)) {
    throw new ProjectProblem('PROJECT_DAMAGED');
  }
  const { content, sections } = headerIn(await unpacked(packedHeader, MOST_HEADER));
  const places = new Map<string, Placed & { start: number }>();
  let end = begin;
  for (const section of sections) {
    places.set(section.name, { ...section, start: end });
    end += section.packed;
  }
  if (file.size !== end) {
    throw new ProjectProblem(file.size < end ? 'PROJECT_TRUNCATED' : 'PROJECT_DAMAGED');
  }
  return {
    content,
    names: [...places.keys()],
    async section(name) {
      const place = places.get(name);
      if (!place) throw new ProjectProblem('PROJECT_DAMAGED');
      const body = await bytesOf(file, place.start, place.packed);
      if (checksum(body) !== place.checksum) throw new ProjectProblem('PROJECT_DAMAGED');
      const bytes = await unpacked(body, place.size);
      if (bytes.length !== place.size) throw new ProjectProblem('PROJECT_DAMAGED');
      return bytes;
    },
  };
}

/** A beginning that is short, or was carried as text, is told from that of another file. */
function whyNotOne(opening: Uint8Array): ProjectProblemCode {
  const alike = opening.findIndex((byte, index) => byte !== MAGIC[index]);
  if (alike === -1 && opening.length > 0) return 'PROJECT_TRUNCATED';
  return alike >= 6 ? 'PROJECT_DAMAGED' : 'PROJECT_NOT_ONE';
}

function headerIn(bytes: Uint8Array): Header {
  let header: unknown;
  try {
    header = parseExactJson(new TextDecoder().decode(bytes));
  } catch {
    throw new ProjectProblem('PROJECT_DAMAGED');
  }
  const { content, sections } = (header ?? {}) as { content?: unknown; sections?: unknown };
  if (!Array.isArray(sections) || !sections.every(isPlaced)) {
    throw new ProjectProblem('PROJECT_DAMAGED');
  }
  return { content, sections };
}

function isPlaced(value: unknown): value is Placed {
  const { name, packed: length, size } = (value ?? {}) as Partial<Placed>;
  return typeof name === 'string' && isLength(length) && isLength(size);
}

function isLength(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

async function bytesOf(
  file: Blob,
  start: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(start, start + length).arrayBuffer());
}

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @throws ProjectProblem where the bytes are no gzip, or hold more than `most` bytes */
async function unpacked(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) break;
      pieces.push(value);
    }
  } catch {
    throw new ProjectProblem('PROJECT_DAMAGED');
  }
  if (length > most) {
    await reader.cancel();
    throw new ProjectProblem('PROJECT_DAMAGED');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
