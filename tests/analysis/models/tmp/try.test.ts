import { test } from 'vitest';
import { bgNbd } from '../../../../src/analysis/models/bg-nbd';
import { readLog, realFile, dayOf, histories, lastDay, simulatedFile } from '../read-log';
test('x', () => {
  const log = readLog(realFile('cdnow_sample.csv'));
  const { history } = histories(log, dayOf('1997-09-30'), 7);
  const t0 = performance.now();
  const fit = bgNbd.fit(history, 'week');
  console.log(performance.now() - t0, JSON.stringify(fit));
  if (fit.kind !== 'fit') return;
  console.log(bgNbd.logLikelihood(fit.params, history));
  let pa = 0,
    e = 0;
  for (let i = 0; i < history.count; i++) {
    pa += bgNbd.probabilityAlive(fit.params, history.x[i], history.tx[i], history.T[i]);
    e += bgNbd.expectedPurchases(fit.params, 39, history.x[i], history.tx[i], history.T[i]);
  }
  console.log(pa, e);
  for (const n of ['small', 'medium', 'tiny']) {
    const l = readLog(simulatedFile('sim_' + n));
    const h = histories(l, lastDay(l)).history;
    const t0 = performance.now();
    const fit = bgNbd.fit(h, 'day');
    console.log(n, performance.now() - t0, JSON.stringify(fit));
  }
});
import { gammaGamma } from '../../../../src/analysis/models/gamma-gamma';
test('gg', () => {
  const log = readLog(realFile('cdnow_sample.csv'));
  const { spend, history } = histories(log, dayOf('1997-09-30'), 7);
  console.log(JSON.stringify(gammaGamma.fit(spend)), gammaGamma.independence(spend));
  for (const n of ['small', 'medium', 'tiny']) {
    const l = readLog(simulatedFile('sim_' + n));
    const h = histories(l, lastDay(l)).spend;
    console.log(
      n,
      JSON.stringify(gammaGamma.fit(h)),
      JSON.stringify(gammaGamma.fit(h, { estimator: 'mle' })),
      gammaGamma.independence(h),
      [...h.m].filter((m) => m < 0).length,
    );
  }
});
import { predictedClv, monthlySchedule } from '../../../../src/analysis/models/predicted-clv';
import { random } from '../../../../src/analysis/numerics/random';
test('clv', () => {
  {
    const log = readLog(realFile('cdnow_sample.csv'));
    const { spend, history } = histories(log, dayOf('1997-09-30'), 7);
    const r = predictedClv(
      bgNbd,
      (bgNbd.fit(history, 'week') as any).params,
      (gammaGamma.fit(spend) as any).params,
      history,
      spend,
      { periods: 12, length: 4.345, rate: 0.01 },
      1,
    );
    console.log([...r.clv.slice(0, 10)], r.total);
    console.log(monthlySchedule({ horizonMonths: 12, annualDiscount: 0.1, margin: 1 }, 'week'));
  }
  for (const n of ['small', 'medium', 'tiny']) {
    const l = readLog(simulatedFile('sim_' + n));
    const { history, spend } = histories(l, lastDay(l));
    const t0 = performance.now();
    const r = predictedClv(
      bgNbd,
      (bgNbd.fit(history, 'day') as any).params,
      (gammaGamma.fit(spend) as any).params,
      history,
      spend,
      { periods: 12, length: 30, rate: 0.01 },
      1,
    );
    console.log(n, r.total, performance.now() - t0);
  }
});
test('million', () => {
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
    const nu = 0;
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
  for (let k = 0; k < 3; k++) {
    let t0 = performance.now();
    const f = bgNbd.fit(history, 'day') as any;
    let t1 = performance.now();
    console.log(
      'fit',
      t1 - t0,
      JSON.stringify(f.params),
      f.iterations,
      f.gradientNorm,
      f.repeaters,
    );
    t0 = performance.now();
    const gg = gammaGamma.fit(spend) as any;
    t1 = performance.now();
    console.log('gg', t1 - t0, JSON.stringify(gg.params), gg.iterations, gg.gradientNorm);
    t0 = performance.now();
    const c = predictedClv(
      bgNbd,
      f.params,
      gg.params,
      history,
      spend,
      { periods: 24, length: 30.4375, rate: 0.01 },
      1,
    );
    t1 = performance.now();
    console.log('clv', t1 - t0, c.total);
  }
}, 100000);
import { paretoNbd } from '../../../../src/analysis/models/pareto-nbd';
import { mbgNbd } from '../../../../src/analysis/models/mbg-nbd';
import { nbd } from '../../../../src/analysis/models/nbd';
test('stage2', () => {
  const log = readLog(realFile('cdnow_sample.csv'));
  const { spend, history } = histories(log, dayOf('1997-09-30'), 7);
  for (const m of [mbgNbd, paretoNbd, nbd, bgNbd] as any[]) {
    const t0 = performance.now();
    const f = m.fit(history, 'week') as any;
    console.log(
      m.name,
      performance.now() - t0,
      JSON.stringify(f.params),
      JSON.stringify(f.standardErrors),
      f.logLikelihood,
      f.iterations,
      f.gradientNorm,
      m.logLikelihood(f.params, history),
    );
    const c = m.purchaseCountsOfNew(f.params, 39, 200);
    console.log(
      [...c.slice(0, 6)],
      c.reduce((a: number, b: number) => a + b),
      c.reduce((a: number, b: number, n: number) => a + b * n, 0),
      m.expectedPurchasesOfNew(f.params, 39),
    );
    for (const n of ['small', 'medium', 'tiny']) {
      const l = readLog(simulatedFile('sim_' + n));
      const h = histories(l, lastDay(l)).history;
      const t0 = performance.now();
      const fit = m.fit(h, 'day');
      console.log(
        n,
        performance.now() - t0,
        JSON.stringify(fit.params),
        fit.logLikelihood,
        fit.iterations,
        fit.gradientNorm,
        JSON.stringify(fit.warnings),
      );
    }
  }
});
