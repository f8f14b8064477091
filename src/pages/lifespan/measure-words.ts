import {
  lifespan_measure_discounted,
  lifespan_measure_horizon,
  lifespan_measure_undiscounted,
} from '../../text/paraglide/messages';
import type { Measure } from './customer-value';

const WORDS: Record<Measure, () => string> = {
  horizon: lifespan_measure_horizon,
  discounted: lifespan_measure_discounted,
  undiscounted: lifespan_measure_undiscounted,
};

/** Which value of a customer is told: "discounted, within the horizon". */
export function measureWords(measure: Measure): string {
  return WORDS[measure]();
}
