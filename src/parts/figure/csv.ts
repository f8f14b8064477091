import { type Cell, csvCell, csvRecord } from '../../exports/safe-csv';

/** A table as CSV text with a header line. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map(csvRecord).join('');
}

/** A table as a spreadsheet takes it from the clipboard: tabs between cells, which therefore hold none, nor lines. */
export function pastedText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell): string =>
    csvCell(typeof value === 'string' ? value.replace(/[\t\r\n]+/g, ' ').trim() : value);
  return [header, ...rows].map((row) => row.map(cell).join('\t') + '\n').join('');
}
