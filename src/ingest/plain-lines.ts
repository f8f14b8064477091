import { isControlByte } from './encoding';
import { PlainCells } from './plain-cells';
import type { RowIntake } from './row-intake';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** What a byte means to a line without quotes. */
const ORDINARY = 0;
const DELIMITER = 1;
const LINE_END = 2;
/** The line must be read as text: quotes change where records end, control characters spoil them. */
const NOT_PLAIN = 3;
/** Part of a character beyond ASCII: plain if all of the bytes are sound UTF-8. */
const BEYOND_ASCII = 4;

/**
 * Hands lines of UTF-8 to the intake straight from their bytes, for as long as there is no quote among
 * them: then every line is a record, and no string need be made of it.
 */
export class PlainLines {
  /** Physical line on which the next record starts. */
  line = 1;
  /** Well-formed characters beyond ASCII were among the bytes. */
  sawMultiByte = false;
  readonly #dataAfterLine: number;
  readonly #intake: RowIntake;
  readonly #meaning = new Uint8Array(256);
  readonly #cells = new PlainCells();
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor(delimiter: string, dataAfterLine: number, intake: RowIntake) {
    this.#dataAfterLine = dataAfterLine;
    this.#intake = intake;
    for (let byte = 0; byte < 256; byte++) {
      if (byte > 127) this.#meaning[byte] = BEYOND_ASCII;
      else if (isControlByte(byte) || byte === QUOTE) this.#meaning[byte] = NOT_PLAIN;
    }
    this.#meaning[LF] = LINE_END;
    this.#meaning[CR] = LINE_END;
    // A delimiter beyond ASCII has several bytes; its files are read as text throughout.
    const code = delimiter.charCodeAt(0);
    if (code < 128) this.#meaning[code] = DELIMITER;
    else this.#meaning.fill(NOT_PLAIN);
  }

  /**
   * Takes whole lines from the front of the bytes. Returns how many bytes were taken: all of them, or those
   * before the first line that is not plain.
   *
   * @param final the file ends with these bytes, so that the last line may lack its end
   */
  take(bytes: Uint8Array, final: boolean): number {
    const cells = this.#cells;
    const meaning = this.#meaning;
    const end = bytes.length;
    let starts = cells.starts;
    let sound = false;
    let lineStart = 0;
    cells.bytes = bytes;
    while (lineStart < end) {
      let count = 1;
      starts[0] = lineStart;
      let at = lineStart;
      for (; at < end; at++) {
        const means = meaning[bytes[at]];
        if (means === ORDINARY) continue;
        if (means === DELIMITER) {
          if (count === starts.length) starts = cells.starts = lengthened(starts);
          starts[count++] = at + 1;
        } else if (means === LINE_END) break;
        else if (means === NOT_PLAIN) return lineStart;
        else if (!sound) {
          if (!this.#isSound(bytes)) return lineStart;
          sound = true;
        }
      }
      if (at === end && !final) return lineStart;
      if (this.line > this.#dataAfterLine) {
        cells.count = count;
        cells.lineStart = lineStart;
        cells.lineEnd = at;
        this.#intake.take(cells, this.line, this.line);
        if (this.#intake.unsettled) return lineStart;
      }
      this.line++;
      lineStart = bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
    }
    return end;
  }

  /** Well-formed, and without the mark of an earlier program's damage, which the text way reports. */
  #isSound(bytes: Uint8Array): boolean {
    try {
      const text = this.#strict.decode(bytes);
      this.sawMultiByte = true;
      return !text.includes('\uFFFD');
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }
}

function lengthened(starts: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(starts.length * 2);
  longer.set(starts);
  return longer;
}
