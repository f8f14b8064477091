import { isoDate } from '../analysis/calendar';
import { CustomerSummaryRows } from './customer-summary';
import type { TableKind } from './data-kind';
import { DurationRows } from './durations';
import { FileAccount } from './file-account';
import { readFileRows } from './file-reader';
import { SLICE_BYTES } from './file-slices';
import { GroupedSummaryRows } from './grouped-summary';
import type { FileReport, ImportedTable, NeedsAnswer, Refused } from './import-result';
import { isChangedFile } from './inspect';
import type { FileProblem, FileProblemCode } from './problem';
import type { ConfirmedFile, ReadOptions } from './read-rows';
import { SurvivalTableRows } from './survival-table';
import { TableIntake } from './table-intake';
import type { TableContent } from './table-content';
import { isOpen, type TableReading } from './table-reading';
import type { TableRows } from './table-rows';
import type { Understanding } from './understanding';

const ROWS_OF_KIND: Record<TableKind, new () => TableRows> = {
  'customer-summary': CustomerSummaryRows,
  'grouped-summary': GroupedSummaryRows,
  durations: DurationRows,
  'survival-table': SurvivalTableRows,
};

/**
 * Reads files that are no order logs into one dataset; all must be of one kind.
 *
 * @throws the signal's reason when aborted; nothing is kept then
 */
export async function readTables(
  files: ConfirmedFile[],
  options: ReadOptions = {},
): Promise<ImportedTable | NeedsAnswer | Refused> {
  const open = files.findIndex(
    ({ understanding: { table, questions } }) => questions.length > 0 || (table && isOpen(table)),
  );
  if (open >= 0)
    return { kind: 'question', fileIndex: open, understanding: files[open].understanding };
  const [{ understanding: first }] = files;
  const other = files.findIndex(({ understanding }) => !alike(first.table, understanding.table));
  if (!first.table || other >= 0) return refused(files, Math.max(0, other), 'KINDS_MIXED');
  const rows = new ROWS_OF_KIND[first.table.kind]();
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const accounts: FileAccount[] = [];
  let doneBytes = 0;
  let doneRows = 0;
  for (const [fileIndex, { file, understanding }] of files.entries()) {
    const account = new FileAccount();
    const intake = new TableIntake(understanding, rows, account);
    let end: Awaited<ReturnType<typeof readFileRows>>;
    try {
      end = await readFileRows(file, understanding, intake, null, {
        sliceBytes: options.sliceBytes ?? SLICE_BYTES,
        signal: options.signal,
        bytes: options.bytes ?? true,
        onSlice: (bytes) =>
          options.onProgress?.({
            bytes: doneBytes + bytes,
            totalBytes,
            rows: doneRows + account.rows,
          }),
      });
    } catch (error) {
      if (!isChangedFile(error)) throw error;
      return refused(files, fileIndex, 'FILE_CHANGED');
    }
    if (end !== null && end !== 'unsettled')
      return { kind: 'problem', problem: end, fileIndex, report: null };
    intake.finish();
    if (account.accepted === 0) {
      const refusal = refused(files, fileIndex, 'ALL_ROWS_REJECTED', {
        rows: account.rows,
        reason: account.commonestReason,
      });
      return { ...refusal, report: tableReport(account, understanding) };
    }
    accounts.push(account);
    doneBytes += file.size;
    doneRows += account.rows;
  }
  const content = rows.finish();
  return {
    kind: 'imported-table',
    content,
    currency: first.headerCurrency,
    reports: files.map(({ understanding }, index) => ({
      ...tableReport(accounts[index], understanding),
      ...(files.length === 1 ? totals(content) : {}),
    })),
  };
}

/** The same kind, and means of the same: only then can rows stand in one dataset. */
function alike(one: TableReading | undefined, other: TableReading | undefined): boolean {
  if (one?.kind !== other?.kind) return false;
  return one?.meanOf?.value === other?.meanOf?.value;
}

function refused(
  files: ConfirmedFile[],
  fileIndex: number,
  code: FileProblemCode,
  facts?: FileProblem['facts'],
): Refused {
  const file = files[fileIndex].understanding.file;
  const problem: FileProblem = { kind: 'problem', code, file, ...(facts && { facts }) };
  return { kind: 'problem', problem, fileIndex, report: null };
}

function tableReport(account: FileAccount, understanding: Understanding): FileReport {
  const { numbers, dates, table } = understanding;
  return {
    ...account.reportOf(understanding, {
      mapping: {},
      identity: 'id',
      dateOrder: dates.find(({ order }) => order !== null)?.order ?? null,
      decimal: numbers.find(({ decimal }) => decimal !== null)?.decimal ?? null,
    }),
    ...(table && { table }),
    revenue: '',
    firstDate: null,
    lastDate: null,
  };
}

/** What the one file of a dataset comes to. */
function totals(content: TableContent): Partial<FileReport> {
  if (!('summary' in content)) return {};
  const { net, weight, T, tx, observationEnd } = content.summary;
  const revenue = net?.reduce((sum, amount, i) => sum + amount * (weight ? weight[i] : 1), 0);
  return {
    ...(revenue !== undefined && { revenue: String(revenue) }),
    ...(observationEnd !== null && {
      firstDate: isoDate(
        Math.round(T.reduce((day, time) => Math.min(day, observationEnd - time), Infinity)),
      ),
      lastDate: isoDate(
        Math.round(
          T.reduce((day, time, i) => Math.max(day, observationEnd - time + tx[i]), -Infinity),
        ),
      ),
    }),
  };
}
