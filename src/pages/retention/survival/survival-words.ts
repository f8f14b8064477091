import { lasting, significant } from '../../../text/format';
import {
  survival_label_all,
  survival_label_blank,
  survival_label_discounted,
  survival_label_full_price,
  survival_label_others,
  survival_p_is,
  survival_p_less,
} from '../../../text/paraglide/messages';
import type { SurvivalCurves, SurvivalLabel } from '../../../worker/contract/survival';

const LABELS = {
  all: survival_label_all,
  blank: survival_label_blank,
  others: survival_label_others,
  discounted: survival_label_discounted,
  'full-price': survival_label_full_price,
};

/** Whose curve it is, as the reader names it. */
export function labelName(label: SurvivalLabel): string {
  return label.kind === 'value' ? label.value : LABELS[label.kind]();
}

/** A time of the curve: days, or a plain number in the unit the file did not name. */
export function timeWords(time: number | null, basis: SurvivalCurves['basis']): string | null {
  return basis === 'durations' ? significant(time, 4) : lasting(time, 'day');
}

/** Smaller p-values are told as "less than". */
const LEAST = 0.001;

/** A p-value: "= 0.23", "< 0.001". */
export function pWords(p: number): string {
  return p < LEAST
    ? survival_p_less({ p: String(LEAST) })
    : survival_p_is({ p: significant(p, 2) ?? '–' });
}
