import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onStep, positionOf, POSITIONS, stepped, valueAt } from '../../src/parts/slider-scale';

const churn = { min: 0.5, max: 95, step: 0.5, logarithmic: true };
const margin = { min: 0, max: 1, step: 0.01, logarithmic: false };

describe('a slider', () => {
  it('reaches both ends exactly', () => {
    for (const range of [churn, margin]) {
      expect(valueAt(0, range)).toBe(range.min);
      expect(valueAt(POSITIONS, range)).toBe(range.max);
    }
  });

  it('halves with equal ways on a logarithmic scale', () => {
    const range = { ...churn, min: 1, max: 100 };
    const way = positionOf(50, range) - positionOf(25, range);
    expect(positionOf(80, range) - positionOf(40, range)).toBeCloseTo(way, -1);
  });

  it('has no dust of binary fractions', () => {
    expect(onStep(0.1 + 0.2, margin)).toBe(0.3);
    expect(stepped(0.28, 1, margin)).toBe(0.29);
  });

  it('always moves with an arrow key, until the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 189 }), (n) => {
        const value = n * 0.5;
        expect(stepped(value, 1, churn)).toBeGreaterThan(value);
        expect(stepped(value + 0.5, -1, churn)).toBeLessThan(value + 0.5);
      }),
    );
  });

  it('stays where it was put', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (n) => {
        const value = n / 100;
        expect(valueAt(positionOf(value, margin), margin)).toBe(value);
      }),
    );
  });
});
