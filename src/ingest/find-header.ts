import type { Choices } from './choices';
import { ColumnContent, looksLikeDate, looksLikeNumber } from './column-content';
import { isComplete, matchHeader, neededRoles, type HeaderMatch } from './header-match';
import { recogniseLayout } from './layouts/recognise';
import { MOST_COLUMNS, type FileHead } from './file-head';
import type { TextRecord } from './record-stream';
import type { FileProblemCode } from './problem';

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
 */
export function findHeader(head: FileHead, choices: Choices): FoundHeader | HeaderProblem {
  let best: Attempt | null = null;
  for (const delimiter of head.delimiters) {
    const rows = head.rows(delimiter, SEARCHED_ROWS);
    if (rows.length === 0) continue;
    const attempt = attemptWith(delimiter, rows, head.declaringLines, choices);
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
  if (choices.header === true || isComplete(matchRow(first))) return take(first);
  const matches = rows.map(matchRow);
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

function isKnownSource({ cells }: TextRecord): boolean {
  return cells.length <= MOST_COLUMNS && recogniseLayout(cells) !== null;
}

/** A row with more columns than are allowed is matched by those that are, enough to tell it is a header. */
function matchRow(row: TextRecord): HeaderMatch {
  return matchHeader(row.cells.slice(0, MOST_COLUMNS));
}
