import type { ChurnAnswer } from '../../worker/contract/churn';

type SilentNow = Omit<NonNullable<ChurnAnswer['inactivity']>, 'gapsBeyond'>;

/** Who counts as lost at any threshold, in days: what the worker tells for the one in use. */
export function silentAt(
  threshold: number,
  { silences, gaps }: Pick<ChurnAnswer, 'silences' | 'gaps'>,
): SilentNow {
  const { buyers, value } = silences;
  const beyond = (counts: ArrayLike<number>, from: number): number => {
    let sum = 0;
    for (let day = Math.max(0, from); day < counts.length; day++) sum += counts[day];
    return sum;
  };
  const from = Math.floor(threshold) + 1;
  const churned = beyond(buyers, from);
  const all = beyond(buyers, 0);
  const churnedValue = beyond(value, from);
  const returns = beyond(gaps.counts, from);
  return {
    threshold,
    churned,
    active: all - churned,
    churnedShare: churned / all,
    churnedValue,
    churnedValueShare: churnedValue / beyond(value, 0),
    returns,
    falseChurn: returns / (returns + churned),
  };
}
