/** What a decoder put where it could not read, before the file came here. */
const REPLACEMENT = '\uFFFD';

/** The text was damaged by an earlier program: it holds U+FFFD. */
export function holdsReplacement(text: string): boolean {
  return text.includes(REPLACEMENT);
}

/**
 * A cell contains a whole line with as many delimiters as a record has: two stray quotes have probably
 * made one cell of several rows.
 *
 * @param width number of columns of the file
 */
export function holdsWholeRow(cell: string, delimiter: string, width: number): boolean {
  if (width < 2 || !/[\r\n]/.test(cell)) return false;
  const [, ...lines] = cell.split(/\r\n?|\n/);
  return lines.some((line) => line.split(delimiter).length === width);
}
