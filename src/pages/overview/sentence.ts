import type { Computed } from '../computed/reckonings';
import type { Page } from '../../state/route.svelte';

/** One sentence of a letter about a dataset, the sum it is about, and the page that shows more. */
export interface Sentence {
  key: string;
  /** Units of the currency; null where it is about no sum. */
  money: number | null;
  text: string;
  page: Page | null;
  /** The number in it that can be asked how it is computed. */
  computed?: Computed | null;
}
