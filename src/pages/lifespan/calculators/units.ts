import {
  lifespan_percent_unit,
  lifespan_word_month,
  lifespan_word_year,
} from '../../../text/paraglide/messages';
import type { Period } from '../shown';
import type { Asked } from './calculator';

/** A share or rate in percent. */
export function percentAsked(name: string, label: string, usual = 100, step = 0.5): Asked {
  return { name, label, unit: lifespan_percent_unit(), usual, step };
}

/** An amount of money. */
export function moneyAsked(
  name: string,
  label: string,
  currency: string | null,
  usual: number,
  step: number,
): Asked {
  return { name, label, unit: currency ?? '', usual, step };
}

/** "month", "year". */
export function periodWord(period: Period): string {
  return period === 'month' ? lifespan_word_month() : lifespan_word_year();
}
