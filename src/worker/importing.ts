import { inspect } from '../ingest/inspect';
import { readRows } from '../ingest/read-rows';
import type { ImportResult, ReadProgress } from '../ingest/import-result';
import type { ChosenFile, Inspected } from './protocol';

/** Reads files; one import at a time, which can be cancelled. */
export class Importing {
  #running: AbortController | null = null;

  /** What is understood of each file under the choices made so far. */
  async inspect(files: ChosenFile[]): Promise<Inspected[]> {
    return Promise.all(files.map(({ file, choices }) => inspect(file, choices)));
  }

  /** Reads all files into one set of transactions; 'cancelled' when `cancel` was called meanwhile. */
  async read(
    files: ChosenFile[],
    onProgress: (progress: ReadProgress) => void,
  ): Promise<ImportResult | { kind: 'cancelled' }> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    try {
      const understood = await this.inspect(files);
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
    }
  }

  cancel(): void {
    this.#running?.abort();
  }
}
