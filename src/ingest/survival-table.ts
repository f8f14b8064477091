import type { Cells } from './cells';
import type { TableContent } from './table-content';
import { NumberCells, type RowFault, type TableRows } from './table-rows';
import type { Understanding } from './understanding';

interface PeriodRow {
  line: number;
  period: number;
  text: string;
  /** Still there, per cohort; null where the cell is blank: the cohort has not come so far. */
  alive: (number | null)[];
}

/** One file of a survival table: its cohorts and its rows, which may stand in any order. */
interface PeriodFile {
  cohorts: { name: string; column: number }[];
  periodColumn: number;
  rows: PeriodRow[];
}

/** One row a period: how many of each cohort, or how much of it, is still there. */
export class SurvivalTableRows implements TableRows {
  readonly remarks = [];
  readonly #files: PeriodFile[] = [];
  #numbers!: NumberCells;
  #percent = false;
  customers = 0;

  begin(understanding: Understanding): void {
    const { table, attributes, columns } = understanding;
    this.#numbers = new NumberCells(understanding);
    this.#percent = table?.alive?.value === 'percent';
    const cohorts = attributes.map((column) => ({
      name: columns[column].name || `${column + 1}`,
      column,
    }));
    this.customers += cohorts.length;
    this.#files.push({ cohorts, periodColumn: table?.mapping.period ?? -1, rows: [] });
  }

  take(cells: Cells, line: number): RowFault | null {
    const { cohorts, periodColumn, rows } = this.#files[this.#files.length - 1];
    const period = this.#numbers.read(cells, periodColumn);
    if (typeof period !== 'number' || !Number.isInteger(period) || period < 0)
      return { code: 'PERIOD_INVALID', column: periodColumn };
    const alive: (number | null)[] = [];
    for (const { column } of cohorts) {
      const value = cells.isBlank(column) ? null : this.#alive(cells, column);
      if (value !== null && typeof value !== 'number') return value;
      alive.push(value);
    }
    if (alive.every((value) => value === null))
      return { code: 'ALIVE_INVALID', column: cohorts.at(0)?.column ?? null };
    rows.push({ line, period, text: cells.lineText(), alive });
    return null;
  }

  #alive(cells: Cells, column: number): number | RowFault {
    const value = this.#numbers.readText(cells.text(column).replace('%', ''), column);
    const sound = typeof value === 'number' && value >= 0 && (!this.#percent || value <= 100);
    return sound ? value : { code: 'ALIVE_INVALID', column };
  }

  /** Periods that come twice, leave a gap, or in which somebody came back. */
  settle(): (RowFault & { line: number; text: string })[] {
    const file = this.#files[this.#files.length - 1];
    const { periodColumn, cohorts } = file;
    const sorted = file.rows.toSorted((a, b) => a.period - b.period || a.line - b.line);
    const sound: PeriodRow[] = [];
    const faults: (RowFault & { line: number; text: string })[] = [];
    for (const row of sorted) {
      const before = sound.at(-1);
      const expected = before ? before.period + 1 : Math.min(row.period, 1);
      const rises = cohorts.findIndex((_, at) => rose(before?.alive[at], row.alive[at]));
      if (row.period !== expected)
        faults.push({ ...row, code: 'PERIOD_INVALID', column: periodColumn });
      else if (before && rises >= 0)
        faults.push({ ...row, code: 'ALIVE_RISES', column: cohorts[rises].column });
      else sound.push(row);
    }
    file.rows = sound;
    return faults;
  }

  finish(): TableContent {
    const cohorts = this.#files.flatMap((file) =>
      file.cohorts.map(({ name }, at) => ({ name, alive: this.#cohort(file, at) })),
    );
    return { kind: 'survival-table', table: { cohorts } };
  }

  /** From the start on; shares that begin with the first renewal leave out that all were there before. */
  #cohort({ rows }: PeriodFile, at: number): number[] {
    const alive = rows.flatMap(({ alive: values }) => values[at] ?? []);
    if (!this.#percent) return alive;
    // Parsed rather than divided: 46.8% is .468, not the double next to it.
    const places = Math.max(0, ...alive) <= 1 ? 0 : 2;
    const shares = alive.map((value) => Number(`${value}e-${places}`));
    return rows.at(0)?.period === 1 && shares[0] < 1 ? [1, ...shares] : shares;
  }
}

/** More are there than before, or some again after none were told. */
function rose(before: number | null | undefined, now: number | null): boolean {
  if (before === undefined || now === null) return false;
  return before === null || now > before;
}
