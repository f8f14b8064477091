import { test } from 'vitest';
import { gammaGamma } from '../../../../src/analysis/models/gamma-gamma';
import {
  arrangeSpend,
  gammaGammaCurve,
} from '../../../../src/analysis/models/gamma-gamma-likelihood';
import { random } from '../../../../src/analysis/numerics/random';
import { arrange } from '../../../../src/analysis/models/beta-geometric-data';
import { betaGeometricCurve } from '../../../../src/analysis/models/beta-geometric-likelihood';
test('prof', () => {
  const g = random(7);
  const n = 1_000_000;
  const x = new Float64Array(n),
    m = new Float64Array(n),
    tx = new Float64Array(n),
    T = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    x[i] = Math.floor(g.gamma(0.6) * 4.5);
    m[i] = x[i] > 0 ? g.gamma(6 * x[i]) / x[i] / (g.gamma(4) / 16) : 0;
    T[i] = Math.floor(g.uniform() * 730);
    tx[i] = x[i] ? Math.floor(T[i] * g.uniform()) : 0;
  }
  const spend = { x, m };
  for (let k = 0; k < 3; k++) {
    let t = performance.now();
    const d = arrangeSpend(spend);
    console.log('arrange', performance.now() - t);
    t = performance.now();
    gammaGammaCurve(d, [6, 4, 16]);
    console.log('curve', performance.now() - t, d.x.length);
    t = performance.now();
    gammaGamma.independence(spend);
    console.log('indep', performance.now() - t);
    t = performance.now();
    const a = arrange({ count: n, x, tx, T }, 'day', false);
    console.log('bg arrange', performance.now() - t);
    t = performance.now();
    betaGeometricCurve(a, [0.6, 60, 0.7, 3], 0);
    console.log('bg curve', performance.now() - t);
  }
}, 100000);
