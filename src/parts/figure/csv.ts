export type Cell = string | number | null;

/**
 * Where a spreadsheet could start to read a formula. The same rule as in exports/safe-csv.ts, which the page may not
 * import; a test holds the two together.
 */
const FORMULA_START =
  /(?:^|[\r\n])[\s\p{Cc}\p{Cf}]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])|[;\t][\s\p{Cc}\p{Cf}]*(?=[=@\uff1d\uff20]|[+\-\uff0b\uff0d][\s\p{Cc}\p{Cf}+\-\uff0b\uff0d]*[^\s\p{Cc}\p{Cf}+\-\uff0b\uff0d;])/gu;
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * One cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula: text that begins like one gets a leading
 * apostrophe, numbers stay numbers.
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = PLAIN_NUMBER.test(cell)
    ? cell
    : cell.replace(FORMULA_START, (space, at) => (at === 0 && space ? `'${space}'` : `${space}'`));
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV text with a header line, lines ended by CR LF. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => row.map(csvCell).join(',') + '\r\n').join('');
}

/** A table as a spreadsheet takes it from the clipboard: tabs between cells, which therefore hold none, nor lines. */
export function pastedText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell): string =>
    csvCell(typeof value === 'string' ? value.replace(/[\t\r\n]+/g, ' ').trim() : value);
  return [header, ...rows].map((row) => row.map(cell).join('\t') + '\n').join('');
}
