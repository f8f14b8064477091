import type { Choices, DateOrder, DecimalSign } from './choices';
import { fileSlices, type NamedBlob } from './file-slices';
import { headerFingerprint } from './fingerprint';
import type { FileProblem } from './problem';
import { dateQuestion, numberQuestion } from './questions';
import { RecordCutter } from './record-cutter';
import { isFault, recordsOf, unterminatedQuote } from './record-stream';
import type { FoundTable } from './recognise-table';
import { ContentSurvey } from './survey';
import { readingOf, tableQuestions } from './table-questions';
import { TableSurvey } from './table-survey';
import { StrictDecoder } from './text-decoder';
import { currencyInHeader } from './understand-columns';
import type { Encoding, Understanding } from './understanding';

/** The file as its first bytes tell it. */
export interface DecodedFile {
  file: NamedBlob;
  name: string;
  encoding: Encoding;
  /** False: another encoding may still turn up further down. */
  settled: boolean;
  markBytes: number;
}

const SLICE = 256 * 1024;

/**
 * Understands a file that is no order log. All of it is read: a summary is short beside the log it was made
 * from, and when its observation ends, or what its means are of, only all rows tell.
 *
 * @returns 'damaged' when bytes turn up that are not of the encoding it was taken to have
 * @throws DOMException when the file changed; the signal's reason when aborted
 */
export async function understandTable(
  decoded: DecodedFile,
  table: FoundTable,
  choices: Choices,
  signal?: AbortSignal,
): Promise<Understanding | FileProblem | 'damaged'> {
  const { file, name, encoding, settled, markBytes } = decoded;
  const names = table.header.cells.map((cell) => cell.trim());
  const content = new ContentSurvey(names);
  const survey = new TableSurvey(table);
  const cutter = new RecordCutter(table.delimiter);
  const decoder = new StrictDecoder(encoding);
  let rows = 0;
  let bytes = markBytes;
  for await (const slice of fileSlices(file, markBytes, SLICE, signal)) {
    bytes += slice.length;
    const final = bytes >= file.size;
    const pieces = cutter.cut(decoder.decode(slice, final), final);
    for (const record of recordsOf(pieces, table.delimiter)) {
      if (record.line <= table.header.lastLine) continue;
      if (isFault(record)) rows++;
      else if (!record.cells.every((cell) => cell.trim() === '')) {
        rows++;
        content.add(record);
        survey.add(record);
      }
    }
    if (decoder.damaged && !settled && encoding === 'utf-8') return 'damaged';
  }
  const unterminated = unterminatedQuote(cutter, name);
  if (unterminated) return unterminated;
  if (rows === 0) return { kind: 'problem', code: 'NO_DATA_ROWS', file: name };
  const numbers = survey.numbers.map((one) => one.reading(choices.decimal));
  const dates = survey.dates.map((one) => one.reading(choices.dateOrder));
  const reading = readingOf(table, survey, choices, orderOf(dates));
  const moneyColumn = reading.mapping.revenue ?? reading.mapping.m;
  const headerCurrency =
    (moneyColumn === undefined ? null : currencyInHeader(names[moneyColumn])) ??
    (survey.currency || null);
  return {
    kind: 'understanding',
    file: name,
    bytes: file.size,
    encoding,
    encodingSettled: true,
    delimiter: table.delimiter,
    headerLine: table.header.line,
    dataAfterLine: table.header.lastLine,
    columns: content.columns.map((column) => column.toColumn()),
    fingerprint: headerFingerprint(names, names.length),
    layout: 'generic',
    mapping: {},
    attributes: attributesOf(table, content, choices),
    missing: [],
    identity: null,
    amountFrom: 'amount',
    deduct: [],
    orderTotals: null,
    numbers,
    dates,
    statuses: [],
    currencies: [],
    headerCurrency,
    questions: [
      numberQuestion(survey, choices.decimal),
      dateQuestion(survey, choices.dateOrder),
      ...tableQuestions(reading, survey, signOf(numbers)),
    ].filter((question) => question !== null),
    warnings:
      encoding === 'windows-1252' ? [{ code: 'ENCODING_FALLBACK', count: 1, examples: [] }] : [],
    preview: content.preview,
    rowsRead: rows,
    complete: true,
    table: reading,
  };
}

/** Cohorts of a survival table; descriptions of lifetimes, those left out by which every row would be its own. */
function attributesOf(table: FoundTable, content: ContentSurvey, choices: Choices): number[] {
  if (table.kind === 'survival-table') return table.others;
  return (
    choices.attributes ??
    table.others.filter((column) => {
      const about = content.columns[column];
      return about.content !== 'blank' && !about.tellsRowsApart;
    })
  );
}

/** The decimal sign that any column has proven or the person chose. */
function signOf(numbers: Understanding['numbers']): DecimalSign | null {
  return numbers.find(({ decimal }) => decimal !== null)?.decimal ?? null;
}

function orderOf(dates: Understanding['dates']): DateOrder | null {
  return dates.find(({ order }) => order !== null)?.order ?? null;
}
