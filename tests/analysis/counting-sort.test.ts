import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByKey } from '../../src/analysis/counting-sort';

test('sorts by key and keeps equal keys in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 200 }), (keys) => {
      const positions = keys.map((_, i) => i).reverse();
      expect(
        Array.from(sortByKey(Uint32Array.from(positions), Int32Array.from(keys), -20, 20)),
      ).toEqual([...positions].sort((a, b) => keys[a] - keys[b]));
    }),
  );
});
