import { inspect, isChangedFile } from '../ingest/inspect';
import { readRows } from '../ingest/read-rows';
import { rehearse } from '../ingest/rehearse';
import { readTables } from '../ingest/read-tables';
import { sameContent } from '../ingest/same-content';
import type {
  Imported,
  ImportedTable,
  NeedsAnswer,
  ReadProgress,
  Refused,
} from '../ingest/import-result';
import type { ChosenFile, Inspected } from './contract/importing';
import { rest } from './in-steps';

/** Reads files; one import at a time, which can be cancelled. */
export class Importing {
  #running: AbortController | null = null;
  /** What was understood last, by file and choices: Import follows with the same. */
  #understood = new Map<string, Inspected>();
  /** Whether two files of one size hold the same, as found before. */
  readonly #same = new Map<string, boolean>();
  /** The one rehearsal; null while there was none, and nothing was read. */
  #rehearsal: AbortController | null = null;

  /** What is understood of each file under the choices made so far. */
  async inspect(files: ChosenFile[], signal?: AbortSignal): Promise<Inspected[]> {
    const understood = await Promise.all(
      files.map(
        async ({ file, choices }) =>
          this.#understood.get(keyOf({ file, choices })) ??
          (await inspect(file, choices, signal ? { signal } : {})),
      ),
    );
    this.#understood = new Map(files.map((file, index) => [keyOf(file), understood[index]]));
    return Promise.all(understood.map((one, index) => this.#withRepeat(one, files, index, signal)));
  }

  /** Once something can be read as it was understood, does so for practice, while a person looks at it. */
  async rehearse(files: ChosenFile[], understood: Inspected[]): Promise<void> {
    for (const [index, understanding] of understood.entries()) {
      if (this.#rehearsal) return;
      if (understanding.kind === 'problem' || understanding.table) continue;
      if (understanding.questions.length > 0 || understanding.missing.length > 0) continue;
      this.#rehearsal = new AbortController();
      await rehearse({ ...files[index], understanding }, this.#rehearsal.signal);
    }
  }

  /** Adds the warning that an earlier file of the same choice holds the very same bytes. */
  async #withRepeat(
    understood: Inspected,
    files: ChosenFile[],
    index: number,
    signal?: AbortSignal,
  ): Promise<Inspected> {
    if (understood.kind === 'problem') return understood;
    for (const { file } of files.slice(0, index)) {
      if (!(await this.#isSame(file, files[index].file, signal))) continue;
      const warning = { code: 'DUPLICATE_FILE' as const, count: 1, examples: [] };
      return { ...understood, warnings: [...understood.warnings, warning] };
    }
    return understood;
  }

  async #isSame(one: File, other: File, signal?: AbortSignal): Promise<boolean> {
    if (one.size !== other.size) return false;
    const pair = [one, other].map((file) => keyOf({ file, choices: {} })).join();
    const known = this.#same.get(pair);
    if (known !== undefined) return known;
    try {
      const same = await sameContent(one, other, signal);
      this.#same.set(pair, same);
      return same;
    } catch (error) {
      // Reading the file tells that it has changed; until then it repeats none.
      if (isChangedFile(error)) return false;
      throw error;
    }
  }

  /**
   * Reads all files into one dataset, of orders or of what else they hold, and has it kept; 'cancelled' when `cancel`
   * was called meanwhile, or when another import has begun, which takes the place of this one.
   *
   * @param keep told what was read; once cancelled it leaves nothing behind and throws the signal's reason
   */
  async read<Kept>(
    files: ChosenFile[],
    onProgress: (progress: ReadProgress) => void,
    keep: (read: Imported | ImportedTable, signal: AbortSignal) => Promise<Kept>,
  ): Promise<Kept | NeedsAnswer | Refused | { kind: 'cancelled' }> {
    this.cancel();
    (this.#rehearsal ??= new AbortController()).abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const understood = await this.inspect(files, running.signal);
      const confirmed = [];
      for (const [fileIndex, understanding] of understood.entries()) {
        if (understanding.kind === 'problem') {
          return { kind: 'problem', problem: understanding, fileIndex, report: null };
        }
        confirmed.push({ ...files[fileIndex], understanding });
      }
      const read = confirmed.some(({ understanding }) => understanding.table)
        ? readTables
        : readRows;
      const result = await read(confirmed, { onProgress, signal: running.signal });
      // Rows are put together without a rest: what cancels them may be waiting.
      await rest();
      running.signal.throwIfAborted();
      if (result.kind !== 'imported' && result.kind !== 'imported-table') return result;
      return await keep(result, running.signal);
    } catch (error) {
      if (running.signal.aborted) return { kind: 'cancelled' };
      throw error;
    } finally {
      if (this.#running === running) this.#running = null;
      this.#understood.clear();
    }
  }

  cancel(): void {
    this.#running?.abort();
  }
}

/** A file that was written to since has another date; its old contents can no longer be read at all. */
function keyOf({ file, choices }: ChosenFile): string {
  return JSON.stringify([file.name, file.size, file.lastModified, choices]);
}
