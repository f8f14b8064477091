import { readFileSync } from 'node:fs';
import { epochDay } from '../../src/analysis/calendar';
import type { Choices } from '../../src/ingest/choices';
import type { ImportResult } from '../../src/ingest/import-result';
import type { FileProblem } from '../../src/ingest/problem';
import type { Role } from '../../src/ingest/roles';
import type { Understanding } from '../../src/ingest/understanding';

export const CORPUS = new URL('../fixtures/corpus/', import.meta.url);
/** The corpus was written with this day as today. */
export const TODAY = epochDay(2025, 6, 30);

export interface Expectation {
  accepted: number;
  customers: number;
  revenue: string;
  firstDate: string;
  lastDate: string;
  rejected: { line: number; code: string }[];
  warnings?: string[];
  customerIds?: string[];
  dates?: string[];
  duplicateRows?: number;
  timeZones?: string[];
  noPrototypePollution?: boolean;
  mustRenderAsText?: string[];
  exportMustNeutralise?: string[];
}

export interface CorpusCase {
  id: string;
  file: string;
  odd: string;
  verdict: 'accept' | 'accept_rows_with_report' | 'ask' | 'reject_file';
  uploadName?: string;
  mapping?: Record<string, string>;
  expect?: Expectation;
  ask?: { code: string };
  error?: { code: string; line?: number };
  answers?: { choice: Record<string, unknown>; expect: Expectation }[];
}

export const CASES = (
  JSON.parse(readFileSync(new URL('manifest.json', CORPUS), 'utf8')) as { entries: CorpusCase[] }
).entries;

export function corpusFile({ file, uploadName }: Pick<CorpusCase, 'file' | 'uploadName'>): File {
  const bytes = readFileSync(new URL(file, CORPUS));
  return new File([bytes], uploadName ?? file.slice(file.lastIndexOf('/') + 1));
}

/** The manifest names columns by header; choices hold positions. */
export function choicesOf(
  understanding: Understanding | FileProblem,
  mapping: Record<string, string>,
): Choices {
  if (understanding.kind === 'problem') return {};
  const columns: Partial<Record<Role, number | null>> = {};
  for (const [role, header] of Object.entries(mapping))
    columns[role as Role] = understanding.columns.findIndex(({ name }) => name === header);
  return { columns };
}

/** An answer of the manifest as choices: columns of a headerless file are given by position. */
export function answerOf(choice: Record<string, unknown>): Choices {
  const { customerColumn, dateColumn, amountColumn, ...rest } = choice;
  const columns = {
    ...(typeof customerColumn === 'number' ? { customer: customerColumn } : {}),
    ...(typeof dateColumn === 'number' ? { date: dateColumn } : {}),
    ...(typeof amountColumn === 'number' ? { amount: amountColumn } : {}),
  };
  return Object.keys(columns).length > 0 ? { ...rest, columns } : rest;
}

/** What the manifest states about an import, in the manifest's own form. */
export function outcome(
  result: ImportResult,
): Omit<Expectation, 'warnings'> & { warnings: string[] } {
  if (result.kind !== 'imported') throw new Error(`not imported: ${JSON.stringify(result)}`);
  const [report] = result.reports;
  return {
    accepted: report.accepted,
    customers: result.customerIds.length,
    revenue: report.revenue,
    firstDate: report.firstDate ?? '',
    lastDate: report.lastDate ?? '',
    rejected: report.entries.map(({ line, code }) => ({ line, code })),
    warnings: report.warnings.map(({ code }) => code),
  };
}
