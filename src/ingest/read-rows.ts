import type { Choices } from './choices';
import { DatasetIntake } from './dataset-intake';
import { localToday } from './clock-time';
import { FileAccount } from './file-account';
import { readFileRows } from './file-reader';
import { SLICE_BYTES, type NamedBlob } from './file-slices';
import { caseFolded, idVariants, numberFolded } from './id-variants';
import type { FileReport, ImportResult, NeedsAnswer, ReadProgress, Refused } from './import-result';
import { inspect, isChangedFile } from './inspect';
import type { FileProblem } from './problem';
import { PlainRows } from './plain-rows';
import { currencyQuestion } from './questions';
import { orderTotalsOf, readingPlan, type ReadingPlan } from './reading-plan';
import { RowIntake } from './row-intake';
import { sameContent } from './same-content';
import type { Understanding, ValueCount } from './understanding';

/** A file that was looked at and confirmed. */
export interface ConfirmedFile {
  file: NamedBlob;
  understanding: Understanding;
  choices: Choices;
}

export interface ReadOptions {
  onProgress?: (progress: ReadProgress) => void;
  signal?: AbortSignal;
  /** Bytes read at once; any size gives the same result. */
  sliceBytes?: number;
  /** Today, in days since 1970-01-01: rows dated later than tomorrow are rejected. Default: the clock's. */
  today?: number;
  /** False: every row is read as text. For tests that compare both ways of reading. */
  bytes?: boolean;
}

/**
 * Reads all rows of the files into one dataset. When a file turns out not to be as it was understood,
 * it is read whole to see what must be asked; where nothing need be, reading begins again.
 *
 * @throws the signal's reason when aborted; nothing is kept then
 */
export async function readRows(
  files: ConfirmedFile[],
  options: ReadOptions = {},
): Promise<ImportResult> {
  const open = files.findIndex(
    ({ understanding }) => understanding.questions.length > 0 || understanding.missing.length > 0,
  );
  if (open >= 0)
    return { kind: 'question', fileIndex: open, understanding: files[open].understanding };
  const asked = currencyAcrossFiles(files);
  if (asked) return asked;
  const attempt = await readOnce(files, options);
  if (attempt.kind !== 'unsettled') return attempt;
  const { fileIndex } = attempt;
  const { file, choices, understanding } = files[fileIndex];
  const again = await inspect(file, choices, {
    whole: true,
    name: understanding.file,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (again.kind === 'problem') return { kind: 'problem', problem: again, fileIndex, report: null };
  if (again.questions.length > 0 || again.missing.length > 0)
    return { kind: 'question', fileIndex, understanding: again };
  if (understanding.complete && understanding.encodingSettled) {
    const asked = currencyAcrossFiles(files);
    if (asked) return asked;
    throw new Error(`${understanding.file} reads differently from how it was understood, twice`);
  }
  return readRows(
    files.map((one, index) => (index === fileIndex ? { ...one, understanding: again } : one)),
    options,
  );
}

interface Unsettled {
  kind: 'unsettled';
  fileIndex: number;
}

async function readOnce(
  files: ConfirmedFile[],
  options: ReadOptions,
): Promise<ImportResult | Unsettled> {
  const today = options.today ?? localToday();
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const merge = files.some(({ choices }) => choices.mergeIdVariants);
  const dataset = new DatasetIntake(merge);
  const tracksOrders = files.some(
    ({ understanding, choices }) => orderTotalsOf(understanding, choices) === 'once',
  );
  const reports: FileReport[] = [];
  let currency =
    files.find(({ choices }) => choices.currency !== undefined)?.choices.currency ?? null;
  const chosen = currency !== null;
  let doneBytes = 0;
  let doneRows = 0;
  for (const [fileIndex, { file, understanding, choices }] of files.entries()) {
    const plan = readingPlan(
      understanding,
      chosen && currency !== null ? { ...choices, currency } : choices,
      currency,
      tracksOrders,
    );
    const account = new FileAccount();
    const intake = new RowIntake(plan, dataset, account, fileIndex, today);
    const plain = PlainRows.suit(plan)
      ? new PlainRows(plan, dataset, account, fileIndex, today + 1)
      : null;
    const refuse = (problem: FileProblem, report: FileReport | null): Refused => ({
      kind: 'problem',
      problem,
      fileIndex,
      report,
    });
    let end: Awaited<ReturnType<typeof readFileRows>>;
    try {
      end = await readFileRows(file, understanding, intake, plain, {
        sliceBytes: options.sliceBytes ?? SLICE_BYTES,
        signal: options.signal,
        bytes: options.bytes ?? true,
        onSlice: (sliceBytes) => {
          const bytes = doneBytes + sliceBytes;
          const rows = doneRows + account.rows;
          dataset.expectRows(Math.ceil((rows / bytes) * totalBytes * 1.02));
          options.onProgress?.({ bytes, totalBytes, rows });
        },
      });
      if (await repeatsEarlier(files, fileIndex, options.signal))
        account.warnOnce('DUPLICATE_FILE', 1);
    } catch (error) {
      if (!isChangedFile(error)) throw error;
      return refuse({ kind: 'problem', code: 'FILE_CHANGED', file: understanding.file }, null);
    }
    if (end === 'unsettled') return { kind: 'unsettled', fileIndex };
    if (end) return refuse(end, null);
    if (account.accepted === 0) return refuse(nothingAccepted(account, plan), account.report(plan));
    currency = plan.currency;
    doneBytes += file.size;
    doneRows += account.rows;
    if (fileIndex === files.length - 1 && !dataset.customers.surelyDistinct)
      warnAboutIds(account, dataset.customerIds().slice());
    reports.push(account.report(plan));
  }
  const { transactions, customerIds, unknownReferrers } = dataset.finish();
  if (unknownReferrers > 0)
    reports[reports.length - 1].warnings.push({
      code: 'REFERRER_UNKNOWN',
      count: unknownReferrers,
      examples: [],
    });
  return {
    kind: 'imported',
    transactions,
    customerIds,
    currency: currency ?? files[0].understanding.headerCurrency,
    reports,
  };
}

/** Files of one currency each may still have several between them. */
function currencyAcrossFiles(files: ConfirmedFile[]): NeedsAnswer | null {
  const rows = new Map<string, number>();
  for (const { understanding } of files)
    for (const { value, rows: count } of understanding.currencies)
      rows.set(value, (rows.get(value) ?? 0) + count);
  const counts: ValueCount[] = [...rows].map(([value, count]) => ({ value, rows: count }));
  const chosen = files.find(({ choices }) => choices.currency !== undefined)?.choices.currency;
  const question = currencyQuestion(counts, [], chosen);
  if (!question) return null;
  const [{ understanding }] = files;
  return {
    kind: 'question',
    fileIndex: 0,
    understanding: { ...understanding, currencies: counts, questions: [question] },
  };
}

function nothingAccepted(account: FileAccount, plan: ReadingPlan): FileProblem {
  return {
    kind: 'problem',
    code: 'ALL_ROWS_REJECTED',
    file: plan.understanding.file,
    facts: { rows: account.rows, reason: account.commonestReason },
  };
}

/** Variants are looked for once, over the customers of all files. */
function warnAboutIds(account: FileAccount, ids: readonly string[]): void {
  const byCase = idVariants(ids, caseFolded);
  const byNumber = idVariants(ids, numberFolded);
  const text = (examples: string[][]) => examples.map((group) => group.join(' | '));
  if (byCase.count > 0) account.warnOnce('ID_CASE_VARIANTS', byCase.count, text(byCase.examples));
  if (byNumber.count > 0)
    account.warnOnce('ID_NUMERIC_VARIANTS', byNumber.count, text(byNumber.examples));
}

/** The same export chosen twice, under whatever name. */
async function repeatsEarlier(
  files: readonly ConfirmedFile[],
  fileIndex: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const { file } = files[fileIndex];
  for (const earlier of files.slice(0, fileIndex))
    if (await sameContent(earlier.file, file, signal)) return true;
  return false;
}
