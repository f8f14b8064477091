import { amountAsRead } from './number-evidence';
import { dateAsRead } from './date-evidence';
import type { Choices, DateOrder, DecimalSign } from './choices';
import type { FoundHeader } from './find-header';
import type { HeaderMatch } from './header-match';
import type { OrderEvidence } from './order-evidence';
import type { TextRecord } from './record-stream';
import type { MeaningSurvey } from './survey';
import type { Column, Question, QuestionOption, ValueCount } from './understanding';

/** There is no header, or it is not on the first line. */
export function headerQuestion(found: FoundHeader): Question | null {
  if (found.doubt === null) return null;
  const base = { columns: [], proofs: [] };
  if (found.doubt === 'HEADER_MISSING') {
    const [first] = found.candidates;
    const options = [false, true].map((header) => ({
      ...option(String(header), { header }),
      readings: cellsOf(first),
    }));
    return { ...base, code: 'HEADER_MISSING', options, suggested: 'false' };
  }
  const lines = [...new Set(found.candidates.map((row) => row.line))];
  return {
    ...base,
    code: 'HEADER_ROW_UNCERTAIN',
    options: lines.map((line) => ({
      ...option(String(line), { headerLine: line }),
      readings: cellsOf(found.candidates.find((row) => row.line === line)),
    })),
    suggested: String(lines[0]),
  };
}

/** The first cells of a row, as they stand. */
function cellsOf(row: TextRecord | undefined): QuestionOption['readings'] {
  return (row?.cells ?? []).slice(0, 8).map((text, column) => ({
    line: row?.line ?? 0,
    column,
    text: text.slice(0, 200),
    reads: null,
  }));
}

/** Two columns have the name of one needed role. */
export function duplicateQuestions(
  duplicates: HeaderMatch['duplicates'],
  columns: readonly Column[],
): Question[] {
  return duplicates.map(({ role, columns: indices }) => ({
    code: 'DUPLICATE_HEADER',
    role,
    columns: indices,
    proofs: [],
    options: indices.map((column) => ({
      ...option(String(column), { columns: { [role]: column } }),
      readings: columns[column].examples.map((text) => ({ line: 0, column, text, reads: null })),
    })),
  }));
}

/** One question for all money columns of the file whose decimal sign is open. */
export function numberQuestion(
  survey: Pick<MeaningSurvey, 'numbers'>,
  chosen: DecimalSign | undefined,
): Question | null {
  if (chosen) return null;
  const open = survey.numbers.filter((one) => one.conflict || one.ambiguous);
  if (open.length === 0) return null;
  const examples = open.flatMap((one) => one.examples);
  const conflict = open.some((one) => one.conflict);
  return {
    code: conflict ? 'NUMBER_FORMAT_CONFLICT' : 'NUMBER_FORMAT_AMBIGUOUS',
    columns: open.map((one) => one.column),
    proofs: open.flatMap((one) => one.proofs),
    options: (['.', ','] as const).map((decimal) => ({
      ...option(decimal, { decimal }),
      readings: examples.map((cell) => ({ ...cell, reads: amountAsRead(cell.text, decimal) })),
    })),
  };
}

export function dateQuestion(
  survey: Pick<MeaningSurvey, 'dates'>,
  chosen: DateOrder | undefined,
): Question | null {
  if (chosen) return null;
  const open = survey.dates.filter((one) => one.conflict || one.ambiguous);
  if (open.length === 0) return null;
  const examples = open.flatMap((one) => one.examples);
  const conflict = open.some((one) => one.conflict);
  const orders = [...new Set(open.flatMap((one) => one.orders))];
  return {
    code: conflict ? 'DATE_ORDER_CONFLICT' : 'DATE_ORDER_AMBIGUOUS',
    columns: open.map((one) => one.column),
    proofs: open.flatMap((one) => one.proofs),
    options: orders.map((dateOrder) => ({
      ...option(dateOrder, { dateOrder }),
      readings: examples.map((cell) => ({ ...cell, reads: dateAsRead(cell.text, dateOrder) })),
    })),
  };
}

/** More than one currency: one is analysed, the rest excluded. */
export function currencyQuestion(
  currencies: readonly ValueCount[],
  columns: number[],
  chosen: string | undefined,
): Question | null {
  const named = currencies.filter(({ value }) => value !== '');
  if (named.length < 2 || named.some(({ value }) => value === chosen)) return null;
  return {
    code: 'MIXED_CURRENCY',
    columns,
    proofs: [],
    options: named.map(({ value, rows }) => ({
      ...option(value, { currency: value }),
      count: rows,
    })),
    suggested: named[0].value,
  };
}

/** Orders with several rows: does each row's amount count, or the order's amount once? */
export function orderTotalQuestion(
  evidence: OrderEvidence,
  column: number,
  suggested: 'once' | 'each',
): Question {
  return {
    code: 'ORDER_TOTAL_REPEATED',
    columns: [column],
    proofs: [],
    options: [
      { ...option('once', { orderTotals: 'once' }), count: evidence.repeating },
      { ...option('each', { orderTotals: 'each' }), count: evidence.differing },
    ],
    suggested,
  };
}

function option(value: string, choice: Choices): QuestionOption {
  return { value, choice, readings: [] };
}
