import { expect, test } from 'vitest';
import { impossible, NOT_NEGATIVE, SHARE } from '../../../src/analysis/value/input';

test('the first impossible input is named with the range it must lie in', () => {
  const ranges = { churn: SHARE, discount: NOT_NEGATIVE };
  expect(impossible({ churn: 0.5, discount: 0 }, ranges)).toBeNull();
  expect(impossible({ churn: 1.01, discount: -1 }, ranges)).toEqual({
    code: 'TOO_LARGE',
    input: 'churn',
    min: 0,
    max: 1,
  });
  expect(impossible({ churn: 1, discount: -1e-9 }, ranges)).toMatchObject({
    code: 'TOO_SMALL',
    input: 'discount',
  });
  expect(impossible({ churn: NaN, discount: 0 }, ranges)).toMatchObject({ code: 'NOT_A_NUMBER' });
  expect(impossible({ churn: 0, discount: Infinity }, ranges)).toMatchObject({ code: 'TOO_LARGE' });
});
