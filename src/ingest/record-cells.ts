import Papa from 'papaparse';
import type { RecordRun } from './record-run';

/**
 * The cells of each record of a run, split by Papa Parse. The run is well-formed and has one kind of line
 * end, the only text that every CSV parser reads alike; a difference in count is a fault of this program.
 *
 * @throws Error when the parser disagrees with the cutter about the number of records
 */
export function cellsOf(run: RecordRun, delimiter: string): string[][] {
  if (run.text === '') return run.starts.map(() => ['']);
  const parser = new Papa.Parser({ delimiter, newline: run.lineEnd, header: false });
  // Papa Parse leaves the type of its low-level parser open; with these options it returns rows of cells.
  const { data } = parser.parse(run.text, 0, false) as { data: string[][] };
  if (data.length !== run.starts.length)
    throw new Error(`Papa Parse found ${data.length} records where there are ${run.starts.length}`);
  return data;
}
