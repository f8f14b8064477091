import { MONTH_STARTS, FIRST_TABLED } from './calendar-date';
import type { CellPlaces } from './cell-places';
import { ORDINARY } from './kernel/byte-kinds';
import { LONGEST_PREFIX, MOST_PLACES, MOST_ROWS } from './kernel/limits';
import kernelBytes from './kernel/split-rows.ts?assembly';

/** Bytes looked at together: longer ones are left to those who read row by row. */
const ROOM = 4 * 1024 * 1024;

/** What is done with a column; the kernel takes anything else as the address of its cells. */
const SKIPPED = 0;
const DATE = 1;
const AMOUNT = 2;

/** What `kernel/split-rows.ts` exports: addresses, and functions that take addresses. */
interface Kernel {
  memory: WebAssembly.Memory;
  allocate: (bytes: number) => number;
  start: WebAssembly.Global<'i32'>;
  end: WebAssembly.Global<'i32'>;
  day: WebAssembly.Global<'i32'>;
  net: WebAssembly.Global<'i32'>;
  hash: WebAssembly.Global<'i32'>;
  next: WebAssembly.Global<'i32'>;
  sums: WebAssembly.Global<'i32'>;
  firstDay: WebAssembly.Global<'i32'>;
  lastDay: WebAssembly.Global<'i32'>;
  CELLS_SIZE: WebAssembly.Global<'i32'>;
  CELL_END: WebAssembly.Global<'i32'>;
  CELL_NUMBER: WebAssembly.Global<'i32'>;
  CELL_DIGITS: WebAssembly.Global<'i32'>;
  PREFIX_LENGTH: WebAssembly.Global<'i32'>;
  PREFIX: WebAssembly.Global<'i32'>;
  NO_PREFIX: WebAssembly.Global<'i32'>;
  setColumns: (meaning: number, tasks: number, width: number) => void;
  setDates: (monthStarts: number, months: number, firstYear: number, lastDay: number) => void;
  setAmounts: (byPoint: boolean) => void;
  addUp: (count: number) => void;
  read: (bytes: number, from: number, limit: number, scale: number, sound: boolean) => number;
}

/** The columns of a file of plain rows. */
export interface PlainColumns {
  /** Number of columns. */
  width: number;
  /** What each byte means in the file. */
  meaning: Uint8Array;
  date: number;
  /** The last day that is no error, in days since 1970-01-01. */
  lastDay: number;
  amount: number;
  /** Amounts may have decimals, after a point. */
  byPoint: boolean;
  /** Columns whose cells are kept. */
  kept: readonly number[];
}

/** Cells of a column, and where the kernel is told what stands before their numbers. */
interface KeptCells extends CellPlaces {
  prefix: Uint8Array;
  prefixLength: Int32Array;
}

let compiled: WebAssembly.Module | null | undefined;

/** The kernel's code; null where the browser runs none, as in a mode that trades speed for safety. */
function kernelModule(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  compiled = null;
  if (typeof WebAssembly === 'undefined') return compiled;
  try {
    compiled = new WebAssembly.Module(kernelBytes);
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
  }
  return compiled;
}

/**
 * Splits bytes into rows as long as nothing about one is remarkable in itself: the right number of cells, an ISO
 * date, a positive amount with a point. The rows lie here column by column, until the next are read. The
 * splitting itself is WebAssembly, in whose memory both bytes and columns are.
 */
export class PlainBatch {
  /** Rows read. */
  count = 0;
  /** Where each row begins, and its line end. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly day: Int32Array;
  /** Amounts in minor units. */
  readonly net: Float64Array;
  /** Both halves of the hash of each line (see `LineRepeats`). */
  readonly hash: Int32Array;
  /** The cells of the columns that are kept, in their order. */
  readonly kept: readonly CellPlaces[];
  /** Offset after the last row. */
  next = 0;
  /** What `addUp` found: by decimal places, the sum of the mantissas of the amounts with so many. */
  readonly sums: Float64Array;
  readonly #kernel: Kernel;
  readonly #meaning: Uint8Array;
  readonly #cells: readonly KeptCells[];
  /** The bytes to read, and how many of them there are. */
  readonly bytes: Uint8Array;
  readonly view: DataView;
  #length = 0;

  /** Whether rows can be split here at all. Where not, others read the same rows, in more time. */
  static get available(): boolean {
    return kernelModule() !== null;
  }

  constructor(columns: PlainColumns) {
    const kernel = instance();
    this.#kernel = kernel;
    this.#meaning = columns.meaning;
    const room = kernel.allocate(ROOM + 1);
    const meaning = kernel.allocate(columns.meaning.length);
    const months = kernel.allocate(MONTH_STARTS.byteLength);
    const tasks = kernel.allocate(columns.width * 4);
    const cells = columns.kept.map(() => kernel.allocate(kernel.CELLS_SIZE.value));
    // All is allocated: from here on the memory stays where it is.
    const { buffer } = kernel.memory;
    const ints = (address: number, length: number) => new Int32Array(buffer, address, length);
    const octets = (address: number, length: number) => new Uint8Array(buffer, address, length);
    octets(meaning, columns.meaning.length).set(columns.meaning);
    ints(months, MONTH_STARTS.length).set(MONTH_STARTS);
    const task = ints(tasks, columns.width).fill(SKIPPED);
    task[columns.date] = DATE;
    task[columns.amount] = AMOUNT;
    for (const [place, column] of columns.kept.entries()) task[column] = cells[place];
    kernel.setColumns(meaning, tasks, columns.width);
    kernel.setDates(months, MONTH_STARTS.length - 1, FIRST_TABLED, columns.lastDay);
    kernel.setAmounts(columns.byPoint);
    this.start = ints(kernel.start.value, MOST_ROWS);
    this.end = ints(kernel.end.value, MOST_ROWS);
    this.day = ints(kernel.day.value, MOST_ROWS);
    this.net = new Float64Array(buffer, kernel.net.value, MOST_ROWS);
    this.sums = new Float64Array(buffer, kernel.sums.value, MOST_PLACES + 1);
    this.hash = ints(kernel.hash.value, 2 * MOST_ROWS);
    this.#cells = cells.map((at) => ({
      start: ints(at, MOST_ROWS),
      end: ints(at + kernel.CELL_END.value, MOST_ROWS),
      number: ints(at + kernel.CELL_NUMBER.value, MOST_ROWS),
      digits: octets(at + kernel.CELL_DIGITS.value, MOST_ROWS),
      prefixLength: ints(at + kernel.PREFIX_LENGTH.value, 1),
      prefix: octets(at + kernel.PREFIX.value, LONGEST_PREFIX),
    }));
    this.kept = this.#cells;
    this.bytes = octets(room, ROOM + 1);
    this.view = new DataView(buffer, room, ROOM + 1);
  }

  /** Takes a copy of the bytes to read rows from. */
  load(bytes: Uint8Array): void {
    this.#length = bytes.length > ROOM ? 0 : bytes.length;
    this.bytes.set(bytes.subarray(0, this.#length));
    this.bytes[this.#length] = 0;
  }

  /** Looks out for numbers behind a prefix in a column that is kept; one that holds a delimiter or a quote is no use. */
  expectNumbers(place: number, prefix: Uint8Array | null): void {
    const cells = this.#cells[place];
    const use = prefix?.every((byte) => this.#meaning[byte] === ORDINARY) ? prefix : null;
    cells.prefixLength[0] = use?.length ?? this.#kernel.NO_PREFIX.value;
    if (use) cells.prefix.set(use);
  }

  /**
   * Reads rows from an offset on, up to the first that is not plain.
   *
   * @param limit offset after a line end: no row goes on beyond it
   * @param scale decimal places that amounts may have, and of a minor unit
   * @param sound bytes beyond ASCII are known to be sound
   */
  read(from: number, limit: number, scale: number, sound: boolean): void {
    const kernel = this.#kernel;
    const stop = Math.min(limit, this.#length);
    this.count = kernel.read(this.bytes.byteOffset, from, stop, scale, sound);
    this.next = kernel.next.value;
  }

  /** Adds up all rows there are, at least one. */
  addUp(): void {
    this.#kernel.addUp(this.count);
  }

  /** First and last day of the rows that were added up, in days since 1970-01-01. */
  get firstDay(): number {
    return this.#kernel.firstDay.value;
  }

  get lastDay(): number {
    return this.#kernel.lastDay.value;
  }

  /** Leaves out the rows from one on. */
  cutAt(row: number): void {
    if (row >= this.count) return;
    this.count = row;
    this.next = this.start[row];
  }
}

function instance(): Kernel {
  const module = kernelModule();
  if (!module) throw new Error('no WebAssembly');
  const { exports } = new WebAssembly.Instance(module, { env: { abort } });
  return exports as unknown as Kernel;
}

function abort(): never {
  throw new Error('the kernel has no more memory');
}
