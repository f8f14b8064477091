import { inspect } from '../ingest/inspect';
import { readRows } from '../ingest/read-rows';
import type { ImportResult, ReadProgress } from '../ingest/import-result';
import type { ChosenFile, Inspected } from './contract/importing';

/** Reads files; one import at a time, which can be cancelled. */
export class Importing {
  #running: AbortController | null = null;
  /** What was understood last, by file and choices: Import follows with the same. */
  #understood = new Map<string, Inspected>();

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
    return understood;
  }

  /**
   * Reads all files into one set of transactions; 'cancelled' when `cancel` was called meanwhile, or when
   * another import has begun, which takes the place of this one.
   */
  async read(
    files: ChosenFile[],
    onProgress: (progress: ReadProgress) => void,
  ): Promise<ImportResult | { kind: 'cancelled' }> {
    this.cancel();
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
      const result = await readRows(confirmed, { onProgress, signal: running.signal });
      return running.signal.aborted ? { kind: 'cancelled' } : result;
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
