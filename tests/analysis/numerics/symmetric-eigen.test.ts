import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spectral, symmetricEigen } from '../../../src/analysis/numerics/symmetric-eigen';

const entry = fc.double({ min: -10, max: 10, noNaN: true });
const symmetric = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => fc.array(entry, { minLength: n * n, maxLength: n * n }))
  .map((flat) => {
    const n = Math.sqrt(flat.length);
    return Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => flat[Math.min(i, j) * n + Math.max(i, j)]),
    );
  });

test('eigenvalues and eigenvectors rebuild the matrix', () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const rebuilt = spectral(symmetricEigen(matrix), (value) => value);
      matrix.forEach((row, i) =>
        row.forEach((value, j) => expect(rebuilt[i][j]).toBeCloseTo(value, 10)),
      );
    }),
  );
});

test('tiny eigenvalues of well-scaled matrices keep their digits', () => {
  const c = Math.cos(0.3);
  const s = Math.sin(0.3);
  const tiny = 1e-12;
  const { values } = symmetricEigen([
    [c * c + tiny * s * s, c * s * (1 - tiny)],
    [c * s * (1 - tiny), s * s + tiny * c * c],
  ]);
  const smallest = Math.min(...values);
  expect(Math.abs(smallest / tiny - 1)).toBeLessThan(1e-3);
});

test('the inverse by 1/eigenvalue is the inverse', () => {
  const inverse = spectral(
    symmetricEigen([
      [4, 1],
      [1, 3],
    ]),
    (value) => 1 / value,
  );
  expect(inverse[0][0]).toBeCloseTo(3 / 11, 14);
  expect(inverse[0][1]).toBeCloseTo(-1 / 11, 14);
});
