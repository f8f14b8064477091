import type { FileReport } from '../ingest/import-result';
import { type DatasetEntry, type DatasetSource, SAMPLES } from './contract/datasets';
import { DEFAULT_SETTINGS, type Settings } from './contract/settings';
import { restoredSettings } from './restored-settings';

const KINDS = ['orders', 'customer-summary', 'grouped-summary', 'durations', 'survival-table'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The entry of a dataset as a project file tells it, made whole where it is of an older version.
 * @returns null where it tells of no dataset
 */
export function restoredEntry(kept: unknown): DatasetEntry | null {
  if (!isRecord(kept)) return null;
  const entry = kept as unknown as DatasetEntry;
  const source = restoredSource(entry.source);
  const whole =
    isOf('string', [entry.id]) &&
    UUID.test(entry.id) &&
    KINDS.includes(entry.kind) &&
    isOf('string', [entry.name, entry.createdAt, entry.firstDate, entry.lastDate]) &&
    isOf('number', [entry.rows, entry.customers]) &&
    (entry.currency === null || typeof entry.currency === 'string');
  if (!whole || !source) return null;
  const { id, name, kind, createdAt, rows, customers, currency, firstDate, lastDate } = entry;
  const settings = soundSettings(entry.settings);
  // prettier-ignore
  return { id, name, kind, createdAt, source, rows, customers, currency, firstDate, lastDate, settings };
}

function restoredSource(kept: unknown): DatasetSource | null {
  const source = kept as DatasetSource | undefined;
  if (source?.kind === 'files') {
    return Array.isArray(source.reports) && source.reports.every(isReport) ? source : null;
  }
  const known = source?.kind === 'sample' && SAMPLES.includes(source.sample);
  return known && isRecord(source.truth) ? source : null;
}

function isReport(kept: unknown): kept is FileReport {
  if (!isRecord(kept)) return false;
  const report = kept as unknown as FileReport;
  const { file, encoding, delimiter, layout, identity, revenue } = report;
  const { bytes, rows, accepted, blank, customers } = report;
  const { columnNames, entries, warnings, statuses, currencies } = report;
  return (
    isOf('string', [file, encoding, delimiter, layout, identity, revenue]) &&
    isOf('number', [bytes, rows, accepted, blank, customers]) &&
    [columnNames, entries, warnings, statuses, currencies].every(Array.isArray) &&
    [report.mapping, report.excluded, report.rejected, report.leftOut].every(isRecord)
  );
}

/** Settings whose values are of the kind they should be; any other takes its default. */
function soundSettings(kept: unknown): Settings {
  const given = isRecord(kept) ? kept : {};
  const sound = Object.entries(DEFAULT_SETTINGS).flatMap(([name, usual]: [string, unknown]) => {
    const value = given[name];
    const alike = usual === null || value === null || typeof value === typeof usual;
    return value !== undefined && alike ? [[name, value]] : [];
  });
  return restoredSettings(Object.fromEntries(sound) as Partial<Settings>);
}

function isOf(type: 'string' | 'number', values: unknown[]): boolean {
  return values.every((value) => typeof value === type);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
