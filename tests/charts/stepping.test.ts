import { describe, expect, it } from 'vitest';
import type { Stop } from '../../src/charts/marks';
import { step, stopAt } from '../../src/charts/stepping';
import { drawings } from './drawings';

const at = (row: number, x: number): Stop => ({
  row,
  name: `${row}, ${x}`,
  hit: { x: x - 5, y: row * 10, width: 10, height: 10 },
  x,
  y: row * 10,
  shape: 'box',
});
// A triangle: rows of 3, 2 and 1.
const stops = [at(0, 0), at(0, 10), at(0, 20), at(1, 0), at(1, 10), at(2, 0)];

describe('arrow keys', () => {
  it('go along a row and stop at its ends', () => {
    expect(step(stops, 0, 'ArrowRight')).toBe(1);
    expect(step(stops, 2, 'ArrowRight')).toBe(2);
    expect(step(stops, 1, 'End')).toBe(2);
    expect(step(stops, 4, 'Home')).toBe(3);
  });

  it('go to the nearest place of the next row', () => {
    expect(step(stops, 2, 'ArrowDown')).toBe(4);
    expect(step(stops, 4, 'ArrowUp')).toBe(1);
    expect(step(stops, 5, 'ArrowDown')).toBe(5);
  });

  it.each(Object.entries(drawings))('reach every stop of %s from the first', (_, draw) => {
    const { stops: all } = draw(580);
    if (!all.length) return;
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
    const reached = new Set([0]);
    for (const from of reached) for (const key of keys) reached.add(step(all, from, key));
    expect(reached.size).toBe(all.length);
  });
});

it('the pointer meets the stop under it, the nearest where they overlap', () => {
  expect(stopAt(stops, 9, 3)).toBe(1);
  expect(stopAt(stops, 9, 95)).toBe(-1);
});
