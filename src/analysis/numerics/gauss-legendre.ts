/** Nodes in (-1, 1) and weights of a quadrature rule. */
export interface QuadratureRule {
  nodes: Float64Array;
  weights: Float64Array;
}

const rules = new Map<number, QuadratureRule>();

/**
 * Gauss-Legendre rule with n nodes, exact for polynomials of degree 2n - 1. Roots of the Legendre
 * polynomial by Newton from the cosine guess [Abramowitz & Stegun 22.16.6, 25.4.29]. Kept once made.
 */
export function gaussLegendre(n: number): QuadratureRule {
  const known = rules.get(n);
  if (known) return known;
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let z = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let pass = 0; pass < 100; pass++) {
      let p = 1;
      let previous = 0;
      for (let j = 1; j <= n; j++) {
        [p, previous] = [((2 * j - 1) * z * p - (j - 1) * previous) / j, p];
      }
      slope = (n * (z * p - previous)) / (z * z - 1);
      const change = p / slope;
      z -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    nodes[n - 1 - i] = z;
    weights[n - 1 - i] = 2 / ((1 - z * z) * slope * slope);
  }
  const rule = { nodes, weights };
  rules.set(n, rule);
  return rule;
}

/** Integral of f over [from, to], cut into `panels` equal parts of an n-point rule each. */
export function integrate(
  f: (at: number) => number,
  from: number,
  to: number,
  n = 32,
  panels = 1,
): number {
  const { nodes, weights } = gaussLegendre(n);
  const half = (to - from) / (2 * panels);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + half * (2 * panel + 1);
    for (let i = 0; i < n; i++) sum += weights[i] * f(middle + half * nodes[i]);
  }
  return sum * half;
}
