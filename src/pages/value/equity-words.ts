import { interval, money } from '../../text/format';
import { value_guess } from '../../text/paraglide/messages';
import type { PredictionSummary, ValueAnswer } from '../../worker/contract/value';

/** What all buyers are expected to bring, with its interval: never the one without the other. */
export function equityShown(
  { total, intervals }: PredictionSummary,
  currency: string | null,
): string | null {
  return interval(total, ...intervals.total, (amount) => money(amount, currency, 3));
}

/** Said behind what a model expects, where the data alone could not settle its parameters; else nothing. */
export function guessWords({ purchase, spend }: Pick<ValueAnswer, 'purchase' | 'spend'>): string {
  const guessed = [purchase, spend].some((fit) => fit.kind === 'fit' && fit.estimator === 'map');
  return guessed ? ` ${value_guess()}` : '';
}
