import { decimal, percent } from '../../text/format';
import {
  lifespan_a_month,
  lifespan_a_year,
  lifespan_months,
  lifespan_one_month,
  lifespan_one_year,
  lifespan_without_end,
  lifespan_years,
} from '../../text/paraglide/messages';

export type Period = 'month' | 'year';

/** A number typed in percent, with the decimals it has, two at most: "5%", "46.2%". */
export function rate(typed: number): string {
  const decimals = [0, 1].find((digits) => Number(typed.toFixed(digits)) === typed) ?? 2;
  return percent(typed / 100, decimals) ?? '';
}

/** "5% a month", from percent; `digits` fixes the decimals, as of a rate that was computed and not typed. */
export function rateOf(typed: number, period: Period, digits?: number): string {
  const told = digits === undefined ? rate(typed) : (percent(typed / 100, digits) ?? '');
  return period === 'month' ? lifespan_a_month({ rate: told }) : lifespan_a_year({ rate: told });
}

/** A number of periods to two decimals, "1.11 years"; a lifespan that never ends has words of its own. */
export function periods(value: number, period: Period, digits = 2): string {
  const n = decimal(value, digits);
  if (n === null) return lifespan_without_end();
  const one = value === 1;
  if (period === 'month') return one ? lifespan_one_month({ n }) : lifespan_months({ n });
  return one ? lifespan_one_year({ n }) : lifespan_years({ n });
}

/** A value as text, or the words for one without end. */
export function orEndless(text: string | null): string {
  return text ?? lifespan_without_end();
}
