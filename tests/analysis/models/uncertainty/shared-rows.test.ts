import { expect, test } from 'vitest';
import { random } from '../../../../src/analysis/numerics/random';
import { sampleByValue } from '../../../../src/analysis/models/uncertainty/customer-sample';

test('a sample of rows that customers share stands for every customer', () => {
  const value = Float64Array.from({ length: 50 }, (_, i) => 1 + (i % 7));
  const customers = Float64Array.from({ length: 50 }, (_, i) => 1 + ((i * 13) % 40));
  const total = value.reduce((sum, v, i) => sum + v * customers[i], 0);
  const source = random(1);
  let mean = 0;
  const samples = 400;
  for (let s = 0; s < samples; s++) {
    const { at, weight } = sampleByValue(value, 100, 1 - source.uniform(), customers);
    at.forEach((row, k) => (mean += (weight[k] * value[row]) / samples));
  }
  expect(mean / total).toBeCloseTo(1, 2);
});

test('few enough are all in, each once', () => {
  const { at, weight } = sampleByValue(Float64Array.of(5, 1), 10, 1, Float64Array.of(2, 3));
  expect([...at]).toEqual([0, 0, 1, 1, 1]);
  expect([...weight]).toEqual([1, 1, 1, 1, 1]);
});
