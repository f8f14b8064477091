import type { FileProblem } from './problem';
import { cellsOf } from './record-cells';
import { RecordCutter } from './record-cutter';
import type { CutPiece, RecordFault } from './record-run';
import { textFault } from './text-fault';

/** One record of the file: its cells, or the fault that keeps it from having any. */
export interface TextRecord {
  line: number;
  lastLine: number;
  cells: string[];
  /** Raw text, with its quotes. */
  text: string;
}

export type RecordOrFault = TextRecord | RecordFault;

export function isFault(record: RecordOrFault): record is RecordFault {
  return 'kind' in record;
}

/** Splits what the cutter has cut into records and faults, in file order. */
export function* recordsOf(pieces: CutPiece[], delimiter: string): Generator<RecordOrFault> {
  for (const piece of pieces) {
    if (piece.kind === 'fault') {
      yield piece;
      continue;
    }
    const rows = cellsOf(piece, delimiter);
    for (let k = 0; k < rows.length; k++) {
      const text = piece.text.slice(piece.starts[k], piece.ends[k]);
      const code = piece.suspect ? textFault(text) : null;
      const line = piece.lines[k];
      const lastLine = piece.lastLines[k];
      if (code) yield { kind: 'fault', code, line, lastLine, text: text.slice(0, 200) };
      else yield { line, lastLine, cells: rows[k], text };
    }
  }
}

/** All records of a text that is complete, or of its beginning: then the last record is left out. */
export function recordsOfText(text: string, delimiter: string, complete: boolean): RecordOrFault[] {
  const cutter = new RecordCutter(delimiter);
  return [...recordsOf(cutter.cut(text, complete), delimiter)];
}

/** The problem of a file that ends inside a quoted cell, or null. */
export function unterminatedQuote(cutter: RecordCutter, file: string): FileProblem | null {
  const line = cutter.unterminatedLine;
  return line === null ? null : { kind: 'problem', code: 'UNTERMINATED_QUOTE', file, line };
}
