import type { Choices } from './choices';
import { ColumnContent, looksLikeDate, looksLikeNumber } from './column-content';
import { isComplete, matchHeader, neededRoles, type HeaderMatch } from './header-match';
import { recogniseLayout } from './layouts/recognise';
import { isFault, recordsOfText, type TextRecord } from './record-stream';
import type { FileProblemCode } from './problem';

export const MOST_COLUMNS = 1000;

/** Delimiters looked for, the commonest first. */
const DELIMITERS = [',', ';', '\t', '|'];
/** A header is looked for among this many lines that are not blank. */
const SEARCHED_ROWS = 50;

/** Where the header is and how the cells are parted. */
export interface FoundHeader {
  delimiter: string;
  /** The header row; null when the first line is data. */
  header: TextRecord | null;
  /** Cells of the header, or of the first row where there is none. */
  width: number;
  dataAfterLine: number;
  /** Set when the person must confirm: there is none, or it is not on the first line. */
  doubt: 'HEADER_MISSING' | 'HEADER_ROW_UNCERTAIN' | null;
  /** Rows that might be the header, the likeliest first. */
  candidates: TextRecord[];
}

export interface HeaderProblem {
  code: FileProblemCode;
  facts?: Record<string, string | number>;
}

interface Attempt extends FoundHeader {
  match: HeaderMatch | null;
  /** Larger is better. */
  score: number;
}

/**
 * Finds the delimiter for which there is a header row with the needed columns, rather than the one with
 * the most regular count, and that row.
 *
 * @param text the beginning of the file, decoded, without a byte order mark
 * @param complete the text is the whole file
 */
export function findHeader(
  text: string,
  complete: boolean,
  choices: Choices,
): FoundHeader | HeaderProblem {
  const declared = /^"?sep=([^\r\n"])"?[^\S\t]*(?:\r\n?|\n|$)/i.exec(text);
  const afterLine = declared ? 1 : 0;
  const delimiters = choices.delimiter
    ? [choices.delimiter]
    : declared
      ? [declared[1]]
      : DELIMITERS;
  let best: Attempt | null = null;
  for (const delimiter of delimiters) {
    const rows = firstRows(text, delimiter, complete, afterLine);
    if (rows.length === 0) continue;
    const attempt = attemptWith(delimiter, rows, afterLine, choices);
    if (attempt && (!best || attempt.score > best.score)) best = attempt;
  }
  if (choices.headerLine !== undefined && !best) return { code: 'HEADER_LINE_NOT_FOUND' };
  if (!best) return { code: 'COLUMNS_NOT_FOUND' };
  if (best.width > MOST_COLUMNS)
    return { code: 'TOO_MANY_COLUMNS', facts: { columns: best.width, limit: MOST_COLUMNS } };
  return best;
}

export function isHeaderProblem(found: FoundHeader | HeaderProblem): found is HeaderProblem {
  return 'code' in found;
}

/** The first rows that are not blank. An unfinished first record still counts: it may be a huge header. */
function firstRows(
  text: string,
  delimiter: string,
  complete: boolean,
  afterLine: number,
): TextRecord[] {
  // Most headers are in the first lines; only where they are not, all of the text is cut.
  for (const limit of [16 * 1024, text.length]) {
    const part = text.slice(0, limit);
    const records = recordsOfText(part, delimiter, complete && part.length === text.length);
    const rows: TextRecord[] = [];
    for (const record of records) {
      if (isFault(record) || record.line <= afterLine || isBlank(record.cells)) continue;
      rows.push(record);
      if (rows.length >= SEARCHED_ROWS) break;
    }
    if (rows.length >= SEARCHED_ROWS || (limit >= text.length && rows.length > 0)) return rows;
  }
  const cells = text.split(delimiter).slice(0, MOST_COLUMNS + 1);
  return text.trim() === '' ? [] : [{ line: 1, lastLine: 1, cells, text: '' }];
}

function attemptWith(
  delimiter: string,
  rows: TextRecord[],
  afterLine: number,
  choices: Choices,
): Attempt | null {
  const base = { delimiter, doubt: null, candidates: [] as TextRecord[] };
  const first = rows[0];
  if (choices.header === false) {
    return {
      ...base,
      header: null,
      match: null,
      width: first.cells.length,
      dataAfterLine: afterLine,
      score: dataScore(rows),
    };
  }
  const take = (header: TextRecord): Attempt => {
    const match = matchRow(header);
    return {
      ...base,
      header,
      match,
      width: header.cells.length,
      dataAfterLine: header.lastLine,
      score: headerScore(match) + dataScore(rows.filter((row) => row.line > header.line)),
    };
  };
  if (choices.headerLine !== undefined) {
    const chosen = rows.find((row) => row.line === choices.headerLine);
    return chosen ? take(chosen) : null;
  }
  const matches = rows.map(matchRow);
  if (isComplete(matches[0]) || choices.header === true) return take(first);
  const complete = rows.filter((_, index) => isComplete(matches[index]));
  if (complete.length > 0) {
    return {
      ...take(complete[0]),
      doubt: 'HEADER_ROW_UNCERTAIN',
      candidates: [...complete.slice(0, 3), first],
    };
  }
  const likeliest = rows.reduce(
    (best, row, index) =>
      matches[index].known > matches[rows.indexOf(best)].known && !holdsData(row) ? row : best,
    first,
  );
  if (
    likeliest !== first &&
    matches[rows.indexOf(likeliest)].known >= 2 &&
    couldServe(likeliest, rows)
  ) {
    return {
      ...take(likeliest),
      doubt: 'HEADER_ROW_UNCERTAIN',
      candidates: [likeliest, first],
    };
  }
  if (matches[0].known === 0 && holdsData(first)) {
    if (!contentServes(contentOf(rows), new Set(['customer', 'date', 'amount']), new Set()))
      return null;
    return {
      ...base,
      header: null,
      match: null,
      width: first.cells.length,
      dataAfterLine: afterLine,
      doubt: 'HEADER_MISSING',
      candidates: [first],
      score: dataScore(rows),
    };
  }
  // A known source is told apart even where it lacks what is needed: then that can be said.
  return couldServe(first, rows) || isKnownSource(first) ? take(first) : null;
}

/** Columns of the right content are there for every role that the names leave open. */
function couldServe(header: TextRecord, rows: TextRecord[]): boolean {
  const match = matchRow(header);
  const data = rows.filter((row) => row.line > header.line);
  if (data.length === 0) return false;
  return contentServes(
    contentOf(data),
    new Set(neededRoles(match)),
    new Set(Object.values(match.mapping)),
  );
}

function contentServes(
  contents: ColumnContent[],
  missing: Set<string>,
  taken: Set<number>,
): boolean {
  const free = contents.filter((_, index) => !taken.has(index));
  const dates = free.filter((column) => column.content === 'date').length;
  const numbers = free.filter((column) => column.content === 'number').length;
  const filled = free.filter((column) => column.content !== 'blank').length;
  if (missing.has('date') && dates === 0 && numbers < (missing.has('amount') ? 2 : 1)) return false;
  if (missing.has('amount') && numbers === 0) return false;
  return filled >= missing.size;
}

function contentOf(rows: TextRecord[]): ColumnContent[] {
  const width = Math.min(MOST_COLUMNS, rows[0].cells.length);
  const contents = Array.from({ length: width }, (_, index) => new ColumnContent(index, ''));
  for (const row of rows)
    contents.forEach((content, index) => {
      if (index < row.cells.length) content.add(row.cells[index]);
    });
  return contents;
}

function headerScore(match: HeaderMatch): number {
  return (3 - neededRoles(match).length) * 100_000 + match.known * 1000;
}

/** Rows that have as many cells as the first one, and several. */
function dataScore(rows: TextRecord[]): number {
  if (rows.length === 0 || rows[0].cells.length < 2) return 0;
  const width = rows[0].cells.length;
  return rows.filter((row) => row.cells.length === width && holdsData(row)).length;
}

/** A cell is a date or a number: this is no row of names. */
function holdsData(row: TextRecord): boolean {
  return row.cells.some(
    (cell) =>
      looksLikeDate(cell) || (/\d/.test(cell) && /[.,]/.test(cell) && looksLikeNumber(cell)),
  );
}

function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function isKnownSource({ cells }: TextRecord): boolean {
  return cells.length <= MOST_COLUMNS && recogniseLayout(cells) !== null;
}

/** A row with more columns than are allowed is matched by those that are, enough to tell it is a header. */
function matchRow(row: TextRecord): HeaderMatch {
  return matchHeader(row.cells.slice(0, MOST_COLUMNS));
}
