/** A source of random numbers that a seed makes repeatable. */
export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number;
  normal(): number;
  /** Gamma with this shape and rate 1. */
  gamma(shape: number): number;
  beta(a: number, b: number): number;
  /** Exponential with rate 1. */
  exponential(): number;
}

/** Generator sfc32 [Doty-Humphrey, PractRand], seeded by splitmix32. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let a = next();
  let b = next();
  let c = next();
  let counter = 1;
  const bits = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    return out >>> 0;
  };
  for (let i = 0; i < 12; i++) bits();

  const uniform = (): number => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
  const exponential = (): number => -Math.log(1 - uniform());
  // Polar method [Marsaglia & Bray 1964], one of the two values used.
  const normal = (): number => {
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
    }
  };
  // Marsaglia & Tsang 2000; shapes below 1 through Gamma(shape + 1) U^(1/shape).
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
    const d = shape - 1 / 3;
    const k = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = normal();
      const v = (1 + k * z) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v))
        return d * v;
    }
  };
  const beta = (p: number, q: number): number => {
    const x = gamma(p);
    const y = gamma(q);
    return x + y === 0 ? (uniform() < p / (p + q) ? 1 : 0) : x / (x + y);
  };
  return { uniform, normal, gamma, beta, exponential };
}
