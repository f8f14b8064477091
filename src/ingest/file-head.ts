import { isFault, recordsOfText, type TextRecord } from './record-stream';

export const MOST_COLUMNS = 1000;

/** Delimiters looked for, the commonest first. */
const DELIMITERS = [',', ';', '\t', '|'];
const DECLARATION = /^"?sep=([^\r\n"])"?[^\S\t]*(?:\r\n?|\n|$)/i;
/** Characters cut first: a header and the rows below it are nearly always among them. */
const FIRST_CUT = 16 * 1024;
/** How many times as much is cut where that was not enough. */
const GROWTH = 4;

/** The beginning of a file, in rows under each delimiter that may be the file's own. */
export class FileHead {
  /** The delimiters to try: the one that is chosen or declared, else all that occur. */
  readonly delimiters: readonly string[];
  readonly #text: string;
  readonly #complete: boolean;
  /** Lines at the top that are no rows: `sep=;`. */
  readonly declaringLines: 0 | 1;
  readonly #rows = new Map<string, { cut: number; rows: TextRecord[] }>();

  /**
   * @param text decoded, without a byte order mark
   * @param complete the text is the whole file
   * @param chosen the delimiter, where the person chose one
   */
  constructor(text: string, complete: boolean, chosen: string | undefined) {
    this.#text = text;
    this.#complete = complete;
    const declared = DECLARATION.exec(text);
    this.declaringLines = declared ? 1 : 0;
    const given = chosen ?? declared?.[1];
    const occurring = DELIMITERS.filter((delimiter) => text.includes(delimiter));
    if (given !== undefined) this.delimiters = [given];
    else this.delimiters = occurring.length > 0 ? occurring : DELIMITERS.slice(0, 1);
  }

  /**
   * The first `count` rows, or as many as there are, that are neither blank nor at fault. An unfinished first row
   * still counts, however much of it there is: it may be a huge header.
   */
  rows(delimiter: string, count: number): TextRecord[] {
    const { length } = this.#text;
    let { cut, rows } = this.#rows.get(delimiter) ?? { cut: 0, rows: [] };
    while (rows.length < count && cut < length) {
      cut = cut === 0 ? FIRST_CUT : cut * GROWTH;
      rows = this.#rowsOf(delimiter, cut);
    }
    this.#rows.set(delimiter, { cut, rows });
    if (rows.length > 0 || this.#text.trim() === '') return rows.slice(0, count);
    const cells = this.#text.split(delimiter, MOST_COLUMNS + 1);
    return [{ line: 1, lastLine: 1, cells, text: '' }];
  }

  #rowsOf(delimiter: string, cut: number): TextRecord[] {
    const complete = this.#complete && cut >= this.#text.length;
    return recordsOfText(this.#text.slice(0, cut), delimiter, complete).filter(
      (record): record is TextRecord =>
        !isFault(record) &&
        record.line > this.declaringLines &&
        record.cells.some((cell) => cell.trim() !== ''),
    );
  }
}
