import type { Attribute } from '../transactions';
import { type GroupedSurvival, groupedSurvival } from './grouped';

/**
 * Data that are lifetimes already: one row a subject, how long it was watched and whether it had
 * ended by then. All columns have one length.
 */
export interface Durations {
  /** Time watched, 0 or more, in the file's own unit (it names none). */
  duration: Float64Array;
  /** 1 where the end was seen at `duration`, 0 where the subject was still there (censored). */
  ended: Uint8Array;
  /** Mapped descriptions of the subjects, `code` per row. */
  attributes: Attribute[];
}

/**
 * Kaplan-Meier curve of all subjects and, where an attribute is given, of each of its values with
 * their log-rank test.
 *
 * @param by place of the attribute in `attributes`; null for all alone
 * @param horizon time to which the restricted mean is taken
 */
export function survivalOfDurations(
  { duration, ended, attributes }: Durations,
  by: number | null = null,
  horizon = Infinity,
): GroupedSurvival {
  const attribute = by === null ? undefined : attributes[by];
  return groupedSurvival(
    { duration, event: ended },
    attribute ? { names: attribute.values, of: attribute.code } : null,
    horizon,
  );
}
