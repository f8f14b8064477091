import type { Choices } from './choices';
import { guessEncoding, looksBinary, settleEncoding } from './encoding';
import { FileHead } from './file-head';
import { fileSlices, type NamedBlob } from './file-slices';
import { findHeader, isHeaderProblem } from './find-header';
import { headerFingerprint } from './fingerprint';
import { amountBelongsTo, orderTotalInDoubt } from './order-evidence';
import { nameKey } from './column-names';
import type { FileProblem, FileProblemCode } from './problem';
import {
  currencyQuestion,
  dateQuestion,
  duplicateQuestions,
  headerQuestion,
  numberQuestion,
  orderTotalQuestion,
} from './questions';
import { recogniseTable } from './recognise-table';
import { RecordCutter } from './record-cutter';
import { isFault, recordsOf, unterminatedQuote, type TextRecord } from './record-stream';
import { excludedByDefault } from './statuses';
import { ContentSurvey, MeaningSurvey } from './survey';
import { StrictDecoder } from './text-decoder';
import { understandColumns, type ColumnMeaning } from './understand-columns';
import { understandTable } from './understand-table';
import type { Encoding, Question, Understanding, Warning } from './understanding';
import { utf8Evidence } from './utf8';

/** Read to understand a file; smaller files are read whole. */
const HEAD_BYTES = 256 * 1024;
export const LARGEST_FILE = 500 * 1024 * 1024;

export interface InspectOptions {
  /** Read the whole file, however large: something further down was not as its head has it. */
  whole?: boolean;
  /** Name to report; a Blob has none of its own. */
  name?: string;
  signal?: AbortSignal;
}

/**
 * Understands one file: encoding, delimiter, header, meaning of the columns, reading of numbers and dates,
 * and what must be asked. Reads the head, and on from there for as long as cells that can be read in
 * two ways are not settled by one that proves the reading.
 *
 * @throws the signal's reason when aborted
 */
export async function inspect(
  file: NamedBlob,
  choices: Choices = {},
  options: InspectOptions = {},
): Promise<Understanding | FileProblem> {
  const name = options.name ?? file.name ?? '';
  const problem = (code: FileProblemCode, rest: Partial<FileProblem> = {}): FileProblem => ({
    kind: 'problem',
    code,
    file: name,
    ...rest,
  });
  if (file.size === 0) return problem('EMPTY_FILE');
  if (file.size > LARGEST_FILE)
    return problem('FILE_TOO_LARGE', { facts: { bytes: file.size, limit: LARGEST_FILE } });
  try {
    return await understand(file, name, choices, options, problem);
  } catch (error) {
    if (isChangedFile(error)) return problem('FILE_CHANGED');
    throw error;
  }
}

/** The file was written to, moved or deleted after it was chosen. */
export function isChangedFile(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'NotReadableError' || error.name === 'NotFoundError')
  );
}

async function understand(
  file: NamedBlob,
  name: string,
  choices: Choices,
  options: InspectOptions,
  problem: (code: FileProblemCode, rest?: Partial<FileProblem>) => FileProblem,
): Promise<Understanding | FileProblem> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  options.signal?.throwIfAborted();
  const guess = guessEncoding(head);
  if (looksBinary(head, guess)) return problem('NOT_TEXT');
  const { encoding, settled } = await encodingOf(file, head, guess, options.whole ?? false);
  const wholeHead = head.length >= file.size;
  const decoder = new StrictDecoder(encoding);
  const text = decoder.decode(head.subarray(guess.markBytes), wholeHead);
  if (text.trim() === '' && wholeHead) return problem('EMPTY_FILE');
  const rowsOfHead = new FileHead(text, wholeHead, choices.delimiter);
  const table = recogniseTable(rowsOfHead, choices);
  if (table) {
    const decoded = { file, name, encoding, settled, markBytes: guess.markBytes };
    const understood = await understandTable(decoded, table, choices, options.signal);
    return understood === 'damaged'
      ? inspect(file, choices, { ...options, whole: true })
      : understood;
  }
  const found = findHeader(rowsOfHead, choices);
  if (isHeaderProblem(found)) {
    const code =
      found.code === 'COLUMNS_NOT_FOUND' && looksLikeMarkup(text) ? 'NOT_CSV' : found.code;
    return problem(code, found.facts ? { facts: found.facts } : {});
  }
  if (found.doubt === 'HEADER_MISSING' && looksLikeMarkup(text)) return problem('NOT_CSV');

  const names =
    found.header?.cells.map((cell) => cell.trim()) ?? Array.from({ length: found.width }, () => '');
  const content = new ContentSurvey(names);
  const cutter = new RecordCutter(found.delimiter);
  let meaning: ColumnMeaning | null = null;
  let survey: MeaningSurvey | null = null;
  let rows = 0;
  let complete = false;
  for await (const part of textFrom(file, { text, bytes: head.length }, decoder, options.signal)) {
    complete = part.final;
    const records: TextRecord[] = [];
    for (const record of recordsOf(cutter.cut(part.text, part.final), found.delimiter)) {
      if (record.line <= found.dataAfterLine) continue;
      if (isFault(record)) rows++;
      else if (!record.cells.every((cell) => cell.trim() === '')) {
        rows++;
        records.push(record);
      }
    }
    if (decoder.damaged && !settled && encoding === 'utf-8')
      return inspect(file, choices, { ...options, whole: true });
    if (!survey) for (const record of records) content.add(record);
    meaning ??= rows > 0 || complete ? understandColumns(found, content, choices) : null;
    if (meaning) {
      survey ??= new MeaningSurvey(meaning.mapping);
      for (const record of records) survey.add(record);
    }
    if (survey?.settled && !options.whole) break;
  }
  const unterminated = complete ? unterminatedQuote(cutter, name) : null;
  if (unterminated) return unterminated;
  if (!meaning || !survey || rows === 0) return problem('NO_DATA_ROWS');
  if (meaning.layout?.id === 'amazon' && meaning.missing.includes('customer'))
    return problem('NO_BUYER_ID');
  const columns = content.columns.map((column) => column.toColumn());
  const { mapping, layout, identity } = meaning;
  const amountFrom = mapping.amount === undefined ? 'quantity-times-price' : 'amount';
  const orders = survey.orders.evidence;
  const belongsTo = amountOwner(meaning, names);
  const doubtful =
    mapping.order !== undefined && amountFrom === 'amount' && orderTotalInDoubt(orders, belongsTo);
  const statuses = survey.statuses.map((status) => ({
    ...status,
    excluded: choices.excludedStatuses
      ? choices.excludedStatuses.includes(status.value)
      : excludedByDefault(status.value),
  }));
  const currencies =
    survey.currencies.length > 0 || meaning.headerCurrency === null
      ? survey.currencies
      : [{ value: meaning.headerCurrency, rows }];
  const questions: (Question | null)[] = [
    headerQuestion(found),
    ...duplicateQuestions(meaning.duplicates, columns),
    numberQuestion(survey, choices.decimal),
    dateQuestion(survey, choices.dateOrder),
    currencyQuestion(currencies, [mapping.currency ?? mapping.amount ?? 0], choices.currency),
    doubtful && !choices.orderTotals && mapping.amount !== undefined
      ? orderTotalQuestion(orders, mapping.amount, belongsTo === 'order' ? 'once' : 'each')
      : null,
  ];
  return {
    kind: 'understanding',
    file: name,
    bytes: file.size,
    encoding,
    encodingSettled: settled || complete,
    delimiter: found.delimiter,
    headerLine: found.header?.line ?? null,
    dataAfterLine: found.dataAfterLine,
    columns,
    fingerprint: headerFingerprint(found.header ? names : null, found.width),
    layout: layout?.id ?? 'generic',
    mapping,
    attributes: meaning.attributes,
    missing: meaning.missing,
    identity,
    amountFrom,
    deduct: meaning.deduct,
    orderTotals: choices.orderTotals ?? (doubtful ? null : 'each'),
    numbers: survey.numbers.map((one) => one.reading(choices.decimal)),
    dates: survey.dates.map((one) => one.reading(choices.dateOrder)),
    statuses,
    currencies,
    headerCurrency: meaning.headerCurrency,
    questions: questions.filter((question) => question !== null),
    warnings: fileWarnings(encoding, identity?.kind === 'name', rows),
    preview: content.preview,
    rowsRead: rows,
    complete,
  };
}

/** The text of a file: its head, which has been read, and what follows. */
async function* textFrom(
  file: Blob,
  head: { text: string; bytes: number },
  decoder: StrictDecoder,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ text: string; final: boolean }> {
  let { bytes } = head;
  yield { text: head.text, final: bytes >= file.size };
  for await (const slice of fileSlices(file, bytes, HEAD_BYTES, signal)) {
    bytes += slice.length;
    const final = bytes >= file.size;
    yield { text: decoder.decode(slice, final), final };
  }
}

/** The encoding, from the head alone where that is enough. */
async function encodingOf(
  file: Blob,
  head: Uint8Array,
  guess: ReturnType<typeof guessEncoding>,
  whole: boolean,
): Promise<{ encoding: Encoding; settled: boolean }> {
  if (guess.settled) return { encoding: guess.encoding, settled: true };
  const evidence = utf8Evidence(head, false);
  if (evidence.multiByte) return { encoding: 'utf-8', settled: true };
  if (evidence.invalid || whole)
    return { encoding: await settleEncoding(fileSlices(file, 0)), settled: true };
  return { encoding: 'utf-8', settled: false };
}

/** Starts like JSON, HTML or XML. */
function looksLikeMarkup(text: string): boolean {
  return /^\s*(?:<[!?a-z]|\{\s*["}]|\[\s*[[{"\]\d])/i.test(text);
}

/** Whether the amount is known to be a line's or an order's. */
function amountOwner(meaning: ColumnMeaning, names: readonly string[]) {
  if (meaning.layout?.lineAmount) return 'line';
  if (meaning.layout?.orderAmount) return 'order';
  return amountBelongsTo(nameKey(names[meaning.mapping.amount ?? -1] ?? ''));
}

function fileWarnings(encoding: Encoding, byName: boolean, rows: number): Warning[] {
  const warnings: Warning[] = [];
  if (encoding === 'windows-1252')
    warnings.push({ code: 'ENCODING_FALLBACK', count: 1, examples: [] });
  if (byName) warnings.push({ code: 'NAME_AS_ID', count: rows, examples: [] });
  return warnings;
}
