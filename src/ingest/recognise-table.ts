import { Amount, readAmount } from './amount';
import { looksLikeDate, looksLikeNumber } from './column-content';
import type { Choices } from './choices';
import type { TableKind } from './data-kind';
import { isComplete, matchHeader } from './header-match';
import type { FileHead } from './file-head';
import type { TextRecord } from './record-stream';
import { tableKeys, tableRank } from './table-names';
import {
  DATE_ROLES,
  missingRoles,
  NUMBER_ROLES,
  ROLES_OF_KIND,
  type TableMapping,
  type TableRole,
} from './table-roles';
import { eventMeaning } from './event-meaning';

/** The beginning of a file that holds no orders: how it is parted, its header, and what its columns are. */
export interface FoundTable {
  kind: TableKind;
  delimiter: string;
  header: TextRecord;
  mapping: TableMapping;
  /** Columns of the table that no role is for: cohorts of a survival table, descriptions of lifetimes. */
  others: number[];
}

/** Rows, the header among them, that must hold what their columns are called. */
const LOOKED_AT = 200;

/** The kinds in the order in which they are tried: a table that is two of them is the first. */
const KINDS: readonly TableKind[] = [
  'customer-summary',
  'grouped-summary',
  'durations',
  'survival-table',
];

/**
 * Recognises a summary, lifetimes or a survival table by its header, and by its columns holding what such
 * columns must. Null for a file of orders and whatever else; a kind that the person chose is taken.
 */
export function recogniseTable(head: FileHead, choices: Choices): FoundTable | null {
  if (choices.kind === 'orders') return null;
  if (choices.kind === undefined && (choices.header !== undefined || choices.headerLine)) {
    return null;
  }
  const found = head.delimiters.flatMap((delimiter) => {
    const header = head.rows(delimiter, 1).at(0);
    const rows = () => head.rows(delimiter, LOOKED_AT).slice(1);
    const table = header && tableUnder(header, rows, choices);
    return table ? [{ ...table, delimiter, header }] : [];
  });
  // With the right delimiter there are most columns.
  return found.reduce<FoundTable | null>(
    (best, table) => (best && best.header.cells.length >= table.header.cells.length ? best : table),
    null,
  );
}

function tableUnder(
  header: TextRecord,
  rows: () => readonly TextRecord[],
  choices: Choices,
): Omit<FoundTable, 'delimiter' | 'header'> | null {
  const { kind: chosen } = choices;
  if (chosen === undefined && isComplete(matchHeader(header.cells))) return null;
  const keys = header.cells.map((cell) => tableKeys(cell.trim()));
  if (chosen !== undefined && chosen !== 'orders') {
    const guess = matchKind(chosen, keys);
    const mapping = corrected(guess, choices.tableColumns ?? {});
    return { kind: chosen, mapping, others: othersOf(chosen, mapping, header.cells) };
  }
  for (const kind of KINDS) {
    const mapping = matchKind(kind, keys);
    if (missingRoles(kind, mapping).length > 0) continue;
    const others = othersOf(kind, mapping, header.cells);
    if (!holds(kind, mapping, others, rows())) continue;
    return { kind, mapping: corrected(mapping, choices.tableColumns ?? {}), others };
  }
  return null;
}

/** Each role of a kind takes the column whose name is best for it; a column plays one role. */
function matchKind(kind: TableKind, keys: readonly string[][]): TableMapping {
  const mapping: TableMapping = {};
  const taken = new Set<number>();
  const claims = ROLES_OF_KIND[kind]
    .flatMap((role) =>
      keys.map((columnKeys, column) => ({ role, column, rank: tableRank(role, columnKeys) })),
    )
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
  for (const { role, column } of claims) {
    if (mapping[role] !== undefined || taken.has(column)) continue;
    mapping[role] = column;
    taken.add(column);
  }
  return mapping;
}

/** The guess with the person's corrections; a column they gave a role loses the one it was guessed to have. */
function corrected(
  guess: TableMapping,
  choices: Partial<Record<TableRole, number | null>>,
): TableMapping {
  const given = new Set(Object.values(choices).filter((column) => column !== null));
  const mapping: TableMapping = {};
  for (const [role, column] of Object.entries(guess) as [TableRole, number][])
    if (choices[role] === undefined && !given.has(column)) mapping[role] = column;
  for (const [role, column] of Object.entries(choices) as [TableRole, number | null][])
    if (column !== null) mapping[role] = column;
  return mapping;
}

function othersOf(kind: TableKind, mapping: TableMapping, cells: readonly string[]): number[] {
  if (kind !== 'durations' && kind !== 'survival-table') return [];
  const taken = new Set(Object.values(mapping));
  return cells.flatMap((_, column) => (taken.has(column) ? [] : [column]));
}

/** Most of the rows hold in each column what its role needs: the names alone could belong to another file. */
function holds(
  kind: TableKind,
  mapping: TableMapping,
  others: readonly number[],
  rows: readonly TextRecord[],
): boolean {
  if (rows.length === 0) return false;
  const cellsOf = (column: number) => rows.map(({ cells }) => (cells[column] ?? '').trim());
  const mostly = (column: number, test: (cell: string) => boolean) => {
    const filled = cellsOf(column).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter(test).length >= 0.5 * filled.length;
  };
  for (const [role, column] of Object.entries(mapping) as [TableRole, number][]) {
    if (DATE_ROLES.includes(role) && !mostly(column, looksLikeDate)) return false;
    if (NUMBER_ROLES.includes(role) && role !== 'm' && !mostly(column, looksLikeNumber))
      return false;
    if (role === 'event' && !mostly(column, (cell) => eventMeaning(cell) !== null)) return false;
  }
  if (kind !== 'survival-table') return true;
  return (
    others.length > 0 &&
    mapping.period !== undefined &&
    isCounting(cellsOf(mapping.period)) &&
    others.every((column) => neverRises(cellsOf(column)))
  );
}

/** 0, 1, 2, ... or 1, 2, 3, ... */
function isCounting(cells: readonly string[]): boolean {
  const first = Number(cells[0]);
  return (first === 0 || first === 1) && cells.every((cell, at) => Number(cell) === first + at);
}

const amount = new Amount();

/** The values as they fall: read with the point or the comma, whichever it is, they never rise. */
function neverRises(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2) return false;
  return (['.', ','] as const).some((decimal) => {
    let before = Infinity;
    return filled.every((cell) => {
      readAmount(cell.replace('%', ''), amount);
      const scale = amount.fault === null ? amount.scaleUnder(decimal) : null;
      if (scale === null) return false;
      const value = amount.mantissa / 10 ** scale;
      const falls = value <= before && value >= 0;
      before = value;
      return falls;
    });
  });
}
