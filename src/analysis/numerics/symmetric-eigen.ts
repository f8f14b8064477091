/** Eigenvalues, and eigenvectors as the columns of `vectors[row][column]`, of a symmetric matrix. */
export interface Eigen {
  values: number[];
  vectors: number[][];
}

/**
 * Eigen-decomposition by cyclic Jacobi rotations [Golub & Van Loan, section 8.5].
 *
 * Meant for the handful of parameters of a model: accurate to rounding even for tiny eigenvalues of
 * well-scaled matrices, which is what tells an identified model from one that is not.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let i = 0; i < n; i++) {
      diagonal += a[i][i] ** 2;
      for (let j = i + 1; j < n; j++) off += a[i][j] ** 2;
    }
    if (!(off > 1e-34 * diagonal)) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
  }
  return { values: a.map((row, i) => row[i]), vectors };
}

function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  if (a[p][q] === 0) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const kp = a[k][p];
    const kq = a[k][q];
    a[k][p] = c * kp - s * kq;
    a[k][q] = s * kp + c * kq;
  }
  for (let k = 0; k < a.length; k++) {
    const pk = a[p][k];
    const qk = a[q][k];
    a[p][k] = c * pk - s * qk;
    a[q][k] = s * pk + c * qk;
    const vp = vectors[k][p];
    const vq = vectors[k][q];
    vectors[k][p] = c * vp - s * vq;
    vectors[k][q] = s * vp + c * vq;
  }
}

/** The symmetric matrix with these eigenvectors and `f` of these eigenvalues. */
export function spectral(eigen: Eigen, f: (eigenvalue: number) => number): number[][] {
  const { values, vectors } = eigen;
  const mapped = values.map(f);
  return vectors.map((row) =>
    vectors.map((other) => mapped.reduce((sum, value, k) => sum + row[k] * value * other[k], 0)),
  );
}
