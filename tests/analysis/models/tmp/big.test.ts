import { test } from 'vitest';
import { PURCHASE_MODELS } from '../../../../src/analysis/models/purchase-models';
import { gammaGamma } from '../../../../src/analysis/models/gamma-gamma';
import { predictedClv } from '../../../../src/analysis/models/predicted-clv';
import { random } from '../../../../src/analysis/numerics/random';
test('big', () => {
  const g = random(7);
  const n = 1_000_000;
  const x = new Float64Array(n),
    tx = new Float64Array(n),
    T = new Float64Array(n),
    m = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const born = Math.floor(g.uniform() * 730);
    T[i] = 730 - born;
    const lam = g.gamma(0.6) / 60,
      p = g.beta(0.7, 3);
    let t = 0;
    let day = 0;
    for (;;) {
      t += g.exponential() / lam;
      if (t > T[i]) break;
      const d = Math.floor(t);
      if (d > day) {
        x[i]++;
        day = d;
        tx[i] = d;
      }
      if (g.uniform() < p) break;
    }
    m[i] = x[i] > 0 ? g.gamma(6 * x[i]) / x[i] / (g.gamma(4) / 16) : 0;
  }
  const history = { count: n, x, tx, T },
    spend = { x, m };
  const gg = gammaGamma.fit(spend) as any;
  for (const name of ['bg-nbd', 'mbg-nbd', 'nbd', 'pareto-nbd', 'bg-nbd'] as const) {
    const mod = PURCHASE_MODELS[name];
    let t0 = performance.now();
    const f = mod.fit(history, 'day') as any;
    let t1 = performance.now();
    console.log(
      name,
      'fit',
      t1 - t0,
      JSON.stringify(f.params),
      f.iterations,
      f.gradientNorm,
      f.logLikelihood,
    );
    t0 = performance.now();
    const c = predictedClv(
      mod,
      f.params,
      gg.params,
      history,
      spend,
      { periods: 24, length: 30.4375, rate: 0.01 },
      1,
    );
    t1 = performance.now();
    console.log(name, 'clv', t1 - t0, c.total);
  }
}, 300000);
