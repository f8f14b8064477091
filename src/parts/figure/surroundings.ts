import { getContext, setContext } from 'svelte';
import type { Ground } from './ground';

/** What every figure needs to know of the page around it. */
export interface Surroundings {
  /** Where the numbers are from: dataset, period, this page and the day; under every image of a figure. */
  readonly origin: string;
  /** What images stand on; kept by the page. */
  ground: Ground;
}

const KEY = Symbol('surroundings of figures');

/** Tells all figures inside the calling component. */
export function surroundFigures(surroundings: Surroundings): void {
  setContext(KEY, surroundings);
}

/** undefined where a figure stands alone. */
export function surroundingsOfFigure(): Surroundings | undefined {
  return getContext(KEY);
}
