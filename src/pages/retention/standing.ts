import {
  retention_standing_due,
  retention_standing_due_text,
  retention_standing_early,
  retention_standing_early_text,
  retention_standing_overdue,
  retention_standing_overdue_text,
  retention_standing_silent,
  retention_standing_silent_text,
} from '../../text/paraglide/messages';
import type { RetentionCustomer } from '../../worker/contract/next-order';

export type Standing = NonNullable<RetentionCustomer['standing']>;

const NAMES: Record<Standing, () => string> = {
  early: retention_standing_early,
  due: retention_standing_due,
  overdue: retention_standing_overdue,
  silent: retention_standing_silent,
};

const MEANINGS: Record<Standing, () => string> = {
  early: retention_standing_early_text,
  due: retention_standing_due_text,
  overdue: retention_standing_overdue_text,
  silent: retention_standing_silent_text,
};

/** Where a customer stands in the expected window: "due". */
export function standingName(standing: Standing): string {
  return NAMES[standing]();
}

/** What that means: "within their window". */
export function standingMeaning(standing: Standing): string {
  return MEANINGS[standing]();
}
