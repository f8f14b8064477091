import type { Laboratory } from '../laboratory/laboratory.svelte';
import type { ShopNumbers } from '../laboratory/shop-numbers';

/** What every calculator is given. */
export interface CalculatorProps {
  laboratory: Laboratory;
  currency: string | null;
  /** The open shop's numbers; null without one. */
  shop: ShopNumbers | null;
}

/** How a number of a sheet is asked for. */
export interface Asked {
  /** Name of the field in its sheet. */
  name: string;
  label: string;
  unit?: string;
  /** How far the slider reaches at first, and the step of an arrow key. */
  usual: number;
  step: number;
}
