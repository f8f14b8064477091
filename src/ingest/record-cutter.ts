import { countLineEnds, Landmarks, lineEndAt } from './landmarks';
import { RunBuilder, type CutPiece, type RecordFault } from './record-run';
import { textFault, worse, type TextFault } from './text-fault';

/** A cell, and with it a record, may hold this many characters. */
export const RECORD_LIMIT = 8 * 1024 * 1024;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Where inside a record the text handed over so far has ended. */
type Place =
  /** Before the first character of a cell. */
  | 'cell'
  /** Inside a cell that does not begin with a quote, where quotes are text. */
  | 'plain'
  | 'quoted'
  /** After text that followed a closing quote: everything up to the next line end is lost. */
  | 'spoiled';

/**
 * Cuts the text of one file into records at line ends outside quotes (CR, LF and CRLF alike), and
 * counts physical lines. Text arrives in slices of any size; a record cut between slices is put together.
 *
 * A quote opens a quoted cell only as the first character of a cell. A closing quote must be followed
 * by the delimiter or a line end; anything else spoils the record up to the next physical line end.
 */
export class RecordCutter {
  /** Physical line on which the next, or the unfinished, record starts. */
  line: number;
  readonly #delimiter: string;
  readonly #limit: number;
  /** Text of the unfinished record, without what was dropped because the record is too long. */
  #carry = '';
  /** Offset in the carry from which the search goes on, and what is there. */
  #resume = 0;
  #place: Place = 'cell';
  /** The unfinished record has a quoted cell, so it may span lines. */
  #sawQuoted = false;
  /** Start, line ends and fault of what was dropped of the unfinished record. */
  #dropped: { text: string; lineEnds: number; fault: TextFault } | null = null;

  constructor(delimiter: string, firstLine = 1, limit = RECORD_LIMIT) {
    this.#delimiter = delimiter;
    this.line = firstLine;
    this.#limit = limit;
  }

  /** Nothing of an unfinished record is waiting: the next text begins with a new record. */
  get atRecordStart(): boolean {
    return this.#carry === '' && this.#dropped === null;
  }

  /** After the last slice: line on which the record starts whose quoted cell was never closed, or null. */
  get unterminatedLine(): number | null {
    return this.#place === 'quoted' ? this.line : null;
  }

  /** @param final the file ends with this slice */
  cut(slice: string, final: boolean): CutPiece[] {
    const text = this.#carry + slice;
    const marks = new Landmarks(text, this.#delimiter);
    const pieces: CutPiece[] = [];
    let run: RunBuilder | null = null;
    let start = 0;
    let at = this.#resume;
    while (start < text.length || (start === 0 && this.#dropped)) {
      const end = this.#recordEnd(text, marks, at, final);
      if (end < 0) break;
      const lineEnd = lineEndAt(text, end);
      const lastLine =
        this.line +
        (this.#sawQuoted ? countLineEnds(text, start, end) : 0) +
        (this.#dropped?.lineEnds ?? 0);
      if (this.#place === 'spoiled' || this.#dropped) {
        if (run) pieces.push(run.finish(text));
        run = null;
        pieces.push(this.#fault(text.slice(start, end), lastLine));
      } else {
        if (run && !run.takes(lineEnd)) {
          pieces.push(run.finish(text));
          run = null;
        }
        run ??= new RunBuilder(start);
        run.add(start, end, lineEnd, this.line, lastLine);
      }
      this.line = lastLine + 1;
      this.#place = 'cell';
      this.#sawQuoted = false;
      this.#dropped = null;
      start = end + lineEnd.length;
      at = start;
      this.#resume = start;
    }
    if (run) pieces.push(run.finish(text));
    this.#carry = text.slice(start);
    this.#resume -= start;
    if (this.#carry.length > this.#limit || (this.#dropped && this.#carry.length > 2)) this.#drop();
    return pieces;
  }

  #fault(body: string, lastLine: number): RecordFault {
    const otherwise = this.#place === 'spoiled' ? 'QUOTE_MALFORMED' : 'CELL_TOO_LONG';
    return {
      kind: 'fault',
      code: worse(this.#dropped?.fault ?? null, textFault(body)) ?? otherwise,
      line: this.line,
      lastLine,
      text: (this.#dropped?.text ?? body).slice(0, 200),
    };
  }

  /** Forgets the text of a record that is too long, keeping what its report needs. */
  #drop(): void {
    const cutCrLf = this.#carry.charCodeAt(this.#resume - 1) === CR ? 1 : 0;
    const gone = this.#carry.slice(0, this.#resume - cutCrLf);
    this.#dropped = {
      text: this.#dropped?.text ?? gone.slice(0, 200),
      lineEnds: (this.#dropped?.lineEnds ?? 0) + countLineEnds(gone, 0, gone.length),
      fault: worse(this.#dropped?.fault ?? null, textFault(gone)),
    };
    this.#carry = this.#carry.slice(gone.length);
    this.#resume = cutCrLf;
  }

  /** Offset of the end of the record, or -1 while it has not come; then the place and offset are kept. */
  #recordEnd(text: string, marks: Landmarks, from: number, final: boolean): number {
    let at = from;
    for (;;) {
      if (this.#place === 'quoted') {
        const quote = text.indexOf('"', at);
        if (quote < 0) return this.#pause(text.length);
        const next = text.charCodeAt(quote + 1);
        if (Number.isNaN(next) && !final) return this.#pause(quote);
        if (next === QUOTE) {
          at = quote + 2;
          continue;
        }
        at = quote + 1;
        if (text.startsWith(this.#delimiter, at)) {
          at++;
          this.#place = 'cell';
        } else this.#place = Number.isNaN(next) || next === LF || next === CR ? 'plain' : 'spoiled';
      }
      if (this.#place === 'cell') {
        if (text.charCodeAt(at) === QUOTE) {
          this.#place = 'quoted';
          this.#sawQuoted = true;
          at++;
          continue;
        }
        if (at < text.length) this.#place = 'plain';
      }
      const lineEnd = marks.lineEnd(at);
      if (this.#place === 'plain') {
        const quote = marks.quote(at);
        if (quote >= 0 && (lineEnd < 0 || quote < lineEnd)) {
          const delimiter = marks.delimiter(at);
          if (delimiter >= 0 && (lineEnd < 0 || delimiter < lineEnd)) {
            at = delimiter + 1;
            this.#place = 'cell';
            continue;
          }
        } else if (lineEnd < 0 && text.endsWith(this.#delimiter)) this.#place = 'cell';
      }
      if (lineEnd < 0) return final ? text.length : this.#pause(text.length);
      // A CR at the very end of a slice may be half of a CRLF.
      const half = !final && lineEnd === text.length - 1 && text.charCodeAt(lineEnd) === CR;
      return half ? this.#pause(lineEnd) : lineEnd;
    }
  }

  #pause(at: number): -1 {
    this.#resume = at;
    return -1;
  }
}
