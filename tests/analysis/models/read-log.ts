import { existsSync, readFileSync } from 'node:fs';
import type { RepeatHistory } from '../../../src/analysis/models/repeat-history';
import type { SpendHistory } from '../../../src/analysis/models/spend-history';

/** Real files lie outside the project and may be absent; tests on them then skip. */
export const realFile = (name: string): string =>
  new URL(`../../../../shared/data/${name}`, import.meta.url).pathname;
export const isThere = (name: string): boolean => existsSync(realFile(name));

/** Simulated logs are fixtures of ours. */
export const simulatedFile = (name: string): string =>
  new URL(`../../fixtures/simulated/${name}.csv`, import.meta.url).pathname;

/** One purchase occasion: everything a customer bought on one day. */
export interface Occasion {
  day: number;
  amount: number;
}

/** Occasions of each customer in order of time, from a plain CSV without quotes. */
export function readLog(path: string): Map<string, Occasion[]> {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const at = (...wanted: string[]): number => names.findIndex((name) => wanted.includes(name));
  const [customer, date, amount] = [at('customer_id', 'customer'), at('date'), at('amount')];
  const log = new Map<string, Map<number, number>>();
  for (const line of lines) {
    const cells = line.split(',');
    const day = Date.parse(`${cells[date]}T00:00:00Z`) / 86_400_000;
    const days = log.get(cells[customer]) ?? new Map<number, number>();
    days.set(day, (days.get(day) ?? 0) + Number(cells[amount]));
    log.set(cells[customer], days);
  }
  return new Map(
    [...log]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, days]) => [
        id,
        [...days].sort(([a], [b]) => a - b).map(([day, sum]) => ({ day, amount: sum })),
      ]),
  );
}

export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function lastDay(log: Map<string, Occasion[]>): number {
  return Math.max(...[...log.values()].map((occasions) => occasions[occasions.length - 1].day));
}

/** Customers who had bought by `end`, as the models see them; `daysPerUnit` 7 tells time in weeks. */
export function histories(
  log: Map<string, Occasion[]>,
  end: number,
  daysPerUnit = 1,
): { ids: string[]; history: RepeatHistory; spend: SpendHistory } {
  const ids: string[] = [];
  const rows: { x: number; tx: number; T: number; m: number }[] = [];
  for (const [id, all] of log) {
    const seen = all.filter(({ day }) => day <= end);
    if (seen.length === 0) continue;
    const [first, ...repeats] = seen;
    ids.push(id);
    rows.push({
      x: repeats.length,
      tx: (seen[seen.length - 1].day - first.day) / daysPerUnit,
      T: (end - first.day) / daysPerUnit,
      m: repeats.length ? repeats.reduce((sum, o) => sum + o.amount, 0) / repeats.length : 0,
    });
  }
  const column = (name: 'x' | 'tx' | 'T' | 'm'): Float64Array =>
    Float64Array.from(rows, (row) => row[name]);
  const x = column('x');
  return {
    ids,
    history: { count: rows.length, x, tx: column('tx'), T: column('T') },
    spend: { x, m: column('m') },
  };
}

/** A history from rows [x, t_x, T]. */
export function historyOf(rows: readonly (readonly [number, number, number])[]): RepeatHistory {
  return {
    count: rows.length,
    x: Float64Array.from(rows, ([x]) => x),
    tx: Float64Array.from(rows, ([, tx]) => tx),
    T: Float64Array.from(rows, ([, , T]) => T),
  };
}
