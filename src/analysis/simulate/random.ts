/**
 * Random numbers from a seed: the same seed gives the same numbers everywhere.
 *
 * Generator: xoshiro128** [Blackman & Vigna 2021], seeded by SplitMix32 [Steele, Lea & Flood 2014].
 */
export class Random {
  readonly #state: Uint32Array;

  /** @param seed any integer; its lowest 32 bits count */
  constructor(seed: number) {
    let mixed = seed | 0;
    this.#state = Uint32Array.from({ length: 4 }, () => {
      mixed = (mixed + 0x9e3779b9) | 0;
      let z = mixed ^ (mixed >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z ^= z >>> 15;
      z = Math.imul(z, 0x735a2d97);
      return z ^ (z >>> 15);
    });
  }

  /** 32 random bits as an unsigned integer. */
  bits(): number {
    const s = this.#state;
    const scrambled = Math.imul(rotated(Math.imul(s[1], 5), 7), 9) >>> 0;
    const carry = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= carry;
    s[3] = rotated(s[3], 11);
    return scrambled;
  }

  /** Uniform in (0, 1), with 53 bits; never 0, so that its logarithm is finite. */
  uniform(): number {
    return ((this.bits() >>> 5) * 67108864 + (this.bits() >>> 6) + 0.5) / 9007199254740992;
  }

  /** Whole number 0 .. n - 1, each as likely. */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Index drawn in proportion to the weights (not negative, not all 0). */
  weighted(weights: readonly number[]): number {
    let left = this.uniform() * weights.reduce((total, weight) => total + weight, 0);
    for (let i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) return i;
    }
    return weights.length - 1;
  }

  /** Exponential waiting time of the given rate; mean 1 / rate. */
  exponential(rate: number): number {
    return -Math.log(this.uniform()) / rate;
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const square = u * u + v * v;
      if (square < 1 && square > 0) return u * Math.sqrt((-2 * Math.log(square)) / square);
    }
  }

  /** Gamma of shape > 0 and rate > 0; mean shape / rate [Marsaglia & Tsang 2000]. */
  gamma(shape: number, rate: number): number {
    if (shape < 1) return this.gamma(shape + 1, rate) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(this.uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return (d * v) / rate;
    }
  }

  /** Beta(a, b), a and b > 0; mean a / (a + b). */
  beta(a: number, b: number): number {
    const x = this.gamma(a, 1);
    return x / (x + this.gamma(b, 1));
  }

  /** Poisson count of the given mean, large means split by a gamma [Ahrens & Dieter 1974]. */
  poisson(mean: number): number {
    let count = 0;
    let left = mean;
    while (left > 30) {
      const n = Math.floor((7 * left) / 8);
      const time = this.gamma(n, 1);
      // Fewer than n events: each of the n - 1 before the n-th falls below `left` independently.
      if (time > left) return count + this.binomial(n - 1, left / time);
      count += n;
      left -= time;
    }
    for (let time = this.exponential(1); time <= left; time += this.exponential(1)) count++;
    return count;
  }

  /** Successes in n trials, one by one: meant for small n. */
  binomial(n: number, probability: number): number {
    let successes = 0;
    for (let trial = 0; trial < n; trial++) if (this.chance(probability)) successes++;
    return successes;
  }

  /** Trials up to and with the first success, 1, 2, ...; Infinity where it never comes. */
  geometric(probability: number): number {
    if (probability >= 1) return 1;
    return Math.ceil(Math.log(this.uniform()) / Math.log1p(-probability));
  }
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
