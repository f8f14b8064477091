import { expect, test } from 'vitest';
import { equityShown, guessWords } from '../../../src/pages/value/equity-words';
import type { PredictionSummary, ValueAnswer } from '../../../src/worker/contract/value';

const prediction = { total: 19_412, intervals: { total: [8_490, 46_310] } };
const settled = { kind: 'fit', estimator: 'mle' };
const guessed = { kind: 'fit', estimator: 'map' };
const refused = { kind: 'refusal' };

function guess(purchase: object, spend: object): string {
  return guessWords({ purchase, spend } as Pick<ValueAnswer, 'purchase' | 'spend'>);
}

test('what buyers will bring is never told without its interval', () => {
  const shown = equityShown(prediction as unknown as PredictionSummary, 'USD');
  expect(shown).toBe('$19,400 ($8,490 to $46,300)');
});

test('what the data alone do not settle is called a guess', () => {
  expect(guess(settled, settled)).toBe('');
  expect(guess(settled, refused)).toBe('');
  expect(guess(guessed, settled)).toMatch(/guess/);
  expect(guess(settled, guessed)).toMatch(/guess/);
});
