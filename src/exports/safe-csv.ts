/** What may stand in a cell: text as the person wrote it, a number, or nothing. */
export type Cell = string | number | null;

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Where a spreadsheet could start to read a formula, in ASCII or full width, behind white space and control
 * characters (which it skips): at the beginning of the cell or of a line in it; and, where the file is read with
 * semicolons or tabs between cells, behind one of those, unless signs are all that follows.
 */
const FORMULA_START =
  /(?:^|[\r\n])[\s\p{Cc}\p{Cf}]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])|[;\t][\s\p{Cc}\p{Cf}]*(?=[=@\uff1d\uff20]|[+\-\uff0b\uff0d][\s\p{Cc}\p{Cf}+\-\uff0b\uff0d]*[^\s\p{Cc}\p{Cf}+\-\uff0b\uff0d;])/gu;

/**
 * The text with an apostrophe before anything a spreadsheet would run, and before the white space such a cell
 * begins with; plain numbers stay numbers.
 */
export function neutralise(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  return text.replace(FORMULA_START, (space, at) =>
    at === 0 && space ? `'${space}'` : `${space}'`,
  );
}

/** One cell [RFC 4180]: a number in full precision, text that no spreadsheet takes for a formula, or nothing. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = neutralise(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record with its CRLF [RFC 4180]. */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
