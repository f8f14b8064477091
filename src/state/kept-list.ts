import type { DatasetEntry } from '../worker/contract/datasets';
import { OWN, read, write } from './small-storage';

const KEY = `${OWN}kept`;

/** What is noted of a dataset beside the store. */
export interface Noted {
  id: string;
  name: string;
}

/**
 * Which datasets this browser keeps, noted beside the store in local storage: a store that comes back empty knows
 * nothing of what it held. Local storage is the one place that outlives IndexedDB when that is cleared, evicted or
 * replaced, and that every tab reads without waiting. Where the browser blocks it nothing is noted, and a loss cannot
 * be noticed.
 */
export function notedDatasets(): Noted[] {
  const text = read(KEY);
  if (text === null) return [];
  try {
    const noted: unknown = JSON.parse(text);
    return Array.isArray(noted) ? noted.filter(isNoted) : [];
  } catch {
    return [];
  }
}

/** @param lost those that are gone and the person has not been told of yet: they stay noted */
export function noteDatasets(kept: readonly DatasetEntry[], lost: readonly Noted[]): void {
  const all = [...lost, ...kept].map(({ id, name }) => ({ id, name }));
  write(KEY, all.length > 0 ? JSON.stringify(all) : null);
}

/** Takes a dataset off the list: before it is deleted, so that another tab never misses it. */
export function unnoteDataset(id: string): void {
  const rest = notedDatasets().filter((noted) => noted.id !== id);
  write(KEY, rest.length > 0 ? JSON.stringify(rest) : null);
}

/** Calls back when another tab has kept or deleted a dataset. */
export function onNotedElsewhere(call: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === KEY) call();
  });
}

function isNoted(value: unknown): value is Noted {
  const { id, name } = (value ?? {}) as Partial<Noted>;
  return typeof id === 'string' && typeof name === 'string';
}
