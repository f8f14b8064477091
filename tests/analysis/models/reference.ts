import { readFileSync } from 'node:fs';

/** One published or measured result; shapes of values differ, and each test says what it expects. */
export interface ReferenceEntry {
  id: string;
  params: Record<string, number>;
  ll: number;
  se: Record<string, number>;
  predictions: { what: string; value: never }[];
  [extra: string]: unknown;
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

const reference = JSON.parse(fixture('reference.json')) as { entries: ReferenceEntry[] };

/** The entry with this id. */
export function entry(id: string): ReferenceEntry {
  const found = reference.entries.find((one) => one.id === id);
  if (!found) throw new Error(`reference.json has no ${id}`);
  return found;
}

/** Numbers predicted under `what` (its beginning) in the entry. */
export function predicted(id: string, what: string): number[] {
  const found = entry(id).predictions.find((one) => one.what.startsWith(what));
  if (!found) throw new Error(`${id} predicts no ${what}`);
  return [found.value].flat();
}

/** Fits measured on a simulated log. */
export interface SimulatedLog {
  customers: number;
  repeaters: number;
  sum_x: number;
  sum_tx: number;
  sum_T: number;
  sum_m: number;
  bgnbd: MeasuredFit & { se: Record<string, number>; expected_purchases_360d_sum: number };
  mbgnbd: MeasuredFit;
  paretonbd: MeasuredFit & { expected_purchases_365d_sum: number };
  gammagamma: MeasuredFit;
  clv_total_lifetimes: number;
}

interface MeasuredFit {
  params: Record<string, number>;
  ll: number;
  palive_sum: number;
}

export const simulated = (
  JSON.parse(fixture('simulated.json')) as {
    logs: Record<'small' | 'medium' | 'tiny', SimulatedLog>;
  }
).logs;
