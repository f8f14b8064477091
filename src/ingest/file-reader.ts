import { ByteRecords } from './byte-records';
import type { NamedBlob } from './file-slices';
import { fileSlices } from './file-slices';
import type { FileProblem } from './problem';
import type { PlainRows } from './plain-rows';
import { RecordCutter } from './record-cutter';
import { isFault, recordsOf, unterminatedQuote, type TextRecord } from './record-stream';
import type { RowTaker } from './row-taker';
import { holdsReplacement, holdsWholeRow } from './text-oddities';
import { TextCells } from './text-cells';
import { StrictDecoder } from './text-decoder';
import type { Understanding } from './understanding';
import { utf8Evidence } from './utf8';
import { WaitingBytes } from './waiting-bytes';

/** Bytes without any line end that are waited for before they are handed on as part of a long record. */
const LONGEST_WAIT = 2 * 1024 * 1024;
const LF = 10;
const CR = 13;

export interface FileReaderOptions {
  /** At least three, so that a byte order mark is in one slice. */
  sliceBytes: number;
  signal: AbortSignal | undefined;
  /** Called after each slice with the bytes of the file that have been read. */
  onSlice: (bytes: number) => void;
  /** Read sound records of UTF-8 from their bytes, without making strings. */
  bytes: boolean;
}

/** Length of the byte order mark of a file in an encoding. */
function markLength(head: Uint8Array, encoding: Understanding['encoding']): number {
  if (encoding === 'utf-8') return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
  return encoding !== 'windows-1252' && head[0] === mark[0] && head[1] === mark[1] ? 2 : 0;
}

/**
 * Hands every record of a file to the intake. Sound records of UTF-8 go there from their bytes; all else is
 * decoded, cut and split by Papa Parse as text. Both ways give the same rows.
 *
 * @returns a problem of the file as a whole, 'unsettled' when what was understood of it does not hold, or null
 * @throws DOMException when the file changed; the signal's reason when aborted
 */
export async function readFileRows(
  file: NamedBlob,
  understanding: Understanding,
  intake: RowTaker,
  plain: PlainRows | null,
  options: FileReaderOptions,
): Promise<FileProblem | 'unsettled' | null> {
  const { encoding, delimiter, dataAfterLine } = understanding;
  const decoder = new StrictDecoder(encoding);
  const cutter = new RecordCutter(delimiter);
  const width = understanding.columns.length;
  const byteRecords = new ByteRecords(delimiter, dataAfterLine, width, intake, plain);
  const textCells = new TextCells();
  let settled = understanding.encodingSettled;
  let read = 0;
  const waiting = new WaitingBytes();

  const noteOddities = ({ line, lastLine, text, cells }: TextRecord): void => {
    if (holdsReplacement(text)) intake.warn('REPLACEMENT_CHARACTER', line, text);
    if (lastLine > line && cells.some((cell) => holdsWholeRow(cell, delimiter, width)))
      intake.warn('CELL_HOLDS_ROWS', line, text);
  };
  const takeText = (bytes: Uint8Array, final: boolean): void => {
    const text = decoder.decode(bytes, final);
    for (const record of recordsOf(cutter.cut(text, final), delimiter)) {
      if (record.line <= dataAfterLine) continue;
      if (isFault(record)) intake.takeFault(record.code, record.line, record.lastLine, record.text);
      else {
        noteOddities(record);
        textCells.cells = record.cells;
        textCells.line = record.text;
        intake.take(textCells, record.line, record.lastLine);
      }
      if (intake.unsettled) return;
    }
  };
  /** UTF-8 up to a line end: sound records from their bytes, the rest as text; returns how many bytes were taken. */
  const takeLines = (bytes: Uint8Array<ArrayBuffer>, final: boolean): number => {
    let taken = 0;
    if (options.bytes && cutter.atRecordStart) {
      byteRecords.line = cutter.line;
      taken = byteRecords.take(bytes, final);
      cutter.line = byteRecords.line;
      settled ||= byteRecords.sawMultiByte;
      const waits = byteRecords.stopped === 'unfinished' && bytes.length - taken < LONGEST_WAIT;
      if (intake.unsettled || (waits && !final)) return taken;
    }
    const rest = bytes.subarray(taken);
    settled ||= utf8Evidence(rest, true).multiByte;
    if (rest.length > 0 || final) takeText(rest, final);
    return bytes.length;
  };

  for await (const slice of fileSlices(file, 0, options.sliceBytes, options.signal)) {
    const marked = read === 0 ? markLength(slice, encoding) : 0;
    read += slice.length;
    const final = read >= file.size;
    const content = slice.subarray(marked);
    if (encoding !== 'utf-8') takeText(content, final);
    else {
      const bytes = waiting.followedBy(content);
      const cut = final || bytes.length > LONGEST_WAIT ? bytes.length : lastLineEnd(bytes);
      waiting.keepFrom(cut > 0 ? takeLines(bytes.subarray(0, cut), final) : 0);
    }
    if (!settled && decoder.damaged) return 'unsettled';
    if (intake.unsettled) return 'unsettled';
    options.onSlice(read);
  }
  return unterminatedQuote(cutter, understanding.file);
}

/** Offset after the last line end that is surely whole: a CR at the very end may be half of a CRLF. */
function lastLineEnd(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= 0; at--) {
    if (bytes[at] === LF || (bytes[at] === CR && at < bytes.length - 1)) return at + 1;
  }
  return 0;
}
