import { expect, test } from 'vitest';
import { filled } from '../../src/analysis/filled';

test('one value per place, in an array of the kind asked for', () => {
  expect(filled(Uint32Array, 4, (place) => place * place)).toEqual(Uint32Array.of(0, 1, 4, 9));
  expect(filled(Float64Array, 0, () => NaN)).toHaveLength(0);
});
