import { expect, test } from 'vitest';
import { grown, resized } from '../../src/ingest/grown';

test('an array doubles, or grows to what is needed, and keeps what it holds', () => {
  const double = grown(Int32Array.from([1, -2, 3]), Int32Array, 4);
  expect([...double]).toEqual([1, -2, 3, 0, 0, 0]);
  expect([...grown(double, Int32Array, 13)]).toEqual([1, -2, 3, ...new Array<number>(10).fill(0)]);
});

test('an array is cut to what is used', () => {
  expect([...resized(Float64Array.from([0.5, 1.5, 0]), Float64Array, 2)]).toEqual([0.5, 1.5]);
  expect(resized(new Uint8Array(8), Uint8Array, 0)).toHaveLength(0);
});
