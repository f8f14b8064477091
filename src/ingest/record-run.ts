import { textFault } from './text-fault';

export type LineEnd = '\n' | '\r\n' | '\r';

/** Consecutive well-formed records that end in the same kind of line end. */
export interface RecordRun {
  kind: 'run';
  /** The records with their line ends, but the last line end. */
  text: string;
  lineEnd: LineEnd;
  /** Offsets in `text` of each record's first and one-past-last character. */
  starts: number[];
  ends: number[];
  /** First and last physical line of each record. */
  lines: number[];
  lastLines: number[];
  /** Whether any record holds a character that makes it unreadable: found out once for all of them. */
  suspect: boolean;
}

export type RecordFaultCode =
  'ENCODING_INVALID' | 'CONTROL_CHARACTER' | 'QUOTE_MALFORMED' | 'CELL_TOO_LONG';

/** A stretch of text that is no record, up to a physical line end. */
export interface RecordFault {
  kind: 'fault';
  code: RecordFaultCode;
  line: number;
  lastLine: number;
  /** The start of it, at most 200 characters. */
  text: string;
}

export type CutPiece = RecordRun | RecordFault;

/** Collects the records of one run. */
export class RunBuilder {
  readonly #from: number;
  readonly #run: RecordRun = {
    kind: 'run',
    text: '',
    lineEnd: '\n',
    starts: [],
    ends: [],
    lines: [],
    lastLines: [],
    suspect: false,
  };

  constructor(from: number) {
    this.#from = from;
  }

  /** The last record of a file has no line end and goes with any. */
  takes(lineEnd: LineEnd | ''): boolean {
    return lineEnd === '' || lineEnd === this.#run.lineEnd;
  }

  add(start: number, end: number, lineEnd: LineEnd | '', line: number, lastLine: number): void {
    if (lineEnd !== '') this.#run.lineEnd = lineEnd;
    this.#run.starts.push(start - this.#from);
    this.#run.ends.push(end - this.#from);
    this.#run.lines.push(line);
    this.#run.lastLines.push(lastLine);
  }

  finish(text: string): RecordRun {
    const run = this.#run;
    run.text = text.slice(this.#from, this.#from + run.ends[run.ends.length - 1]);
    run.suspect = textFault(run.text) !== null;
    return run;
  }
}
