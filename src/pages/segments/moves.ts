import { integer, money, percent } from '../../text/format';
import { isoDateText } from '../../text/iso-date';
import {
  segments_migration_arrived,
  segments_migration_from,
  segments_migration_matrix_cell,
} from '../../text/paraglide/messages';
import type { MigrationAnswer } from '../../worker/contract/migration';
import { customerCount } from './counts';
import type { WordsOf } from './segment-name';

/** A segment that customers were in or are in: its name and its place in the palette. */
export interface MoveState {
  label: string;
  place: number;
}

/** Customers, and in money what those who left had brought; in the order of the answer's names. */
export interface MoveSums {
  /** Everyone of each segment then. */
  were: number[];
  /** Those of them who are elsewhere now. */
  left: number[];
  /** Net amount that those who left had brought up to then. */
  lost: number[];
  /** Everyone who had bought by then. */
  both: number;
  /** Those of them who are where they were. */
  stayed: number;
  /** Everyone who had not yet bought then. */
  arrived: number;
}

const sum = (counts: Iterable<number>): number => {
  let total = 0;
  for (const count of counts) total += count;
  return total;
};

export function moveStates({ names }: MigrationAnswer, words: WordsOf): MoveState[] {
  return names.map((name) => {
    const { name: label, place } = words(name);
    return { label, place };
  });
}

/** The two dates as they are read. */
export function movePeriod({ dates }: MigrationAnswer): { then: string; now: string } {
  return { then: isoDateText(dates.then), now: isoDateText(dates.now) };
}

export function moveSums({ names, moved, revenueBefore, arrived }: MigrationAnswer): MoveSums {
  const n = names.length;
  const rows = names.map((_, row) => ({
    stayed: moved[row * n + row],
    were: sum(moved.subarray(row * n, (row + 1) * n)),
    lost: sum(
      revenueBefore.subarray(row * n, (row + 1) * n).filter((_amount, column) => column !== row),
    ),
  }));
  return {
    were: rows.map(({ were }) => were),
    left: rows.map(({ were, stayed }) => were - stayed),
    lost: rows.map(({ lost }) => lost),
    both: sum(moved),
    stayed: sum(rows.map(({ stayed }) => stayed)),
    arrived: sum(arrived),
  };
}

/** What is said of those who went from one segment to another. */
export function moveWords(
  answer: MigrationAnswer,
  states: readonly MoveState[],
  currency: string | null,
  row: number,
  column: number,
): string {
  const { moved, revenueBefore, revenueSince } = answer;
  const n = states.length;
  const at = row * n + column;
  return segments_migration_matrix_cell({
    from: states[row].label,
    to: states[column].label,
    customers: customerCount(moved[at]),
    share: percent(moved[at] / sum(moved.subarray(row * n, (row + 1) * n))) ?? '–',
    before: money(revenueBefore[at], currency, 3) ?? '–',
    since: money(revenueSince[at], currency, 3) ?? '–',
  });
}

/** A row for each segment then, a column for each segment now; last, who had not yet bought. */
export function moveTable({ moved, arrived }: MigrationAnswer, states: readonly MoveState[]) {
  const n = states.length;
  return {
    columns: [
      { label: segments_migration_from() },
      ...states.map(({ label }) => ({ label, numeric: true, format: integer })),
    ],
    rows: [
      ...states.map(({ label }, row) => [label, ...moved.subarray(row * n, (row + 1) * n)]),
      [segments_migration_arrived(), ...arrived],
    ],
  };
}
