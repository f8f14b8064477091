import { expect, test } from 'vitest';
import { finiteHorizon } from '../../../src/analysis/value/finite-horizon';

test('three periods by hand: 100 at half retention and no discount', () => {
  const inputs = { margin: 100, retention: 0.5, discount: 0, periods: 3 };
  expect(finiteHorizon(inputs)).toEqual(Float64Array.of(0, 50, 75, 87.5));
  expect(finiteHorizon({ ...inputs, retention: 1, discount: 1 })).toEqual(
    Float64Array.of(0, 50, 75, 87.5),
  );
});

test('no horizon, no value; an endless or negative one is refused', () => {
  const inputs = { margin: 100, retention: 0.5, discount: 0.1 };
  expect(finiteHorizon({ ...inputs, periods: 0 })).toEqual(Float64Array.of(0));
  expect(finiteHorizon({ ...inputs, periods: -1 })).toMatchObject({ code: 'TOO_SMALL' });
  expect(finiteHorizon({ ...inputs, periods: Infinity })).toMatchObject({ code: 'TOO_LARGE' });
});
