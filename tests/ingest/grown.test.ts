import { expect, test } from 'vitest';
import { grown, resized } from '../../src/ingest/grown';

test('an array grows by half, or to what is needed, and keeps what it holds', () => {
  const half = grown(Int32Array.from([1, -2, 3, 4]), Int32Array, 5);
  expect([...half]).toEqual([1, -2, 3, 4, 0, 0]);
  expect([...grown(half, Int32Array, 12)]).toEqual([1, -2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('an array is cut to what is used', () => {
  expect([...resized(Float64Array.from([0.5, 1.5, 0]), Float64Array, 2)]).toEqual([0.5, 1.5]);
  expect(resized(new Uint8Array(8), Uint8Array, 0)).toHaveLength(0);
});
