import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { bgBb } from '../../../../src/analysis/models/bg-bb';
import { sbg } from '../../../../src/analysis/models/sbg';
import { paretoNbd } from '../../../../src/analysis/models/pareto-nbd';
import { gammaGamma } from '../../../../src/analysis/models/gamma-gamma';
import { mbgNbd } from '../../../../src/analysis/models/mbg-nbd';
import {
  residualPurchasesIfAlive,
  lifetimeWithin,
} from '../../../../src/analysis/models/residual-purchases';
import { readLog, realFile, dayOf, histories } from '../read-log';
import { kaplanMeier } from '../../../../src/analysis/survival/kaplan-meier';
import { logRank } from '../../../../src/analysis/survival/log-rank';
import { restrictedMean } from '../../../../src/analysis/survival/restricted-mean';
test('bgbb', () => {
  const rows = readFileSync(realFile('donations.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((l) => l.split(',').map(Number));
  const col = (i: number) => Float64Array.from(rows, (r) => r[i]);
  const h = { count: rows.length, x: col(0), tx: col(1), T: col(2), weight: col(3) };
  const f = bgBb.fit(h, 'year') as any;
  console.log(JSON.stringify(f));
  console.log(bgBb.logLikelihood(f.params, h));
  const p = f.params;
  for (const [x, tx] of [
    [0, 0],
    [2, 4],
    [6, 6],
    [4, 5],
  ]) {
    const a = bgBb.probabilityAlive(p, x, tx, 6);
    console.log(
      x,
      tx,
      a,
      (a * (p.delta + 6)) / (p.gamma + p.delta + 6),
      bgBb.expectedPurchases(p, 5, x, tx, 6),
      a * residualPurchasesIfAlive(bgBb, p, 0.1, x, 6),
    );
  }
  let s = 0;
  for (let i = 0; i < h.count; i++)
    s += h.weight[i] * bgBb.expectedPurchases(p, 5, h.x[i], h.tx[i], 6);
  console.log(s);
  console.log([...bgBb.purchaseCountsOfNew(p, 6, 6)], 11104 * bgBb.purchaseCountsOfNew(p, 6, 6)[0]);
  console.log(
    [1, 2, 3, 11].map((n) => bgBb.expectedPurchasesOfNew(p, n)),
    lifetimeWithin(bgBb, p, 6),
  );
});
test('sbg', () => {
  const reg = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3].map(
    (v) => v * 10,
  );
  const hi = [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1].map((v) => v * 10);
  console.log(JSON.stringify(sbg.fit([{ alive: reg.slice(0, 8) }])));
  const f = sbg.fit([{ alive: hi }]) as any;
  console.log(
    JSON.stringify(f),
    sbg.residualLifetime(f.params, 7, 0.1),
    sbg.residualLifetime(f.params, 8, 0.1),
  );
  console.log(
    [1, 2, 3, 4, 5].map((n) => sbg.residualLifetime({ alpha: 3.8, beta: 15.2 }, n, 0.1)),
    [1, 2, 3, 4, 5].map((n) => sbg.residualLifetime({ alpha: 0.067, beta: 0.267 }, n, 0.1)),
  );
});
test('dert', () => {
  const log = readLog(realFile('cdnow_sample.csv'));
  const { spend, history, ids } = histories(log, dayOf('1997-09-30'), 7);
  const f = paretoNbd.fit(history, 'week') as any;
  const g = gammaGamma.fit(spend) as any;
  const rate = Math.log(1.1) / 52;
  let d = 0,
    c = 0,
    cet = 0;
  const t0 = performance.now();
  let dm = 0;
  const mb = mbgNbd.fit(history, 'week') as any;
  for (let i = 0; i < history.count; i++) {
    const { x, tx, T } = history;
    const a = paretoNbd.probabilityAlive(f.params, x[i], tx[i], T[i]);
    const v = a * residualPurchasesIfAlive(paretoNbd, f.params, rate, x[i], T[i]);
    d += v;
    c += v * gammaGamma.expectedSpend(g.params, x[i], spend.m[i]);
    cet += paretoNbd.expectedPurchases(f.params, 39, x[i], tx[i], T[i]);
    dm += mbgNbd.expectedPurchases(mb.params, 39, x[i], tx[i], T[i]);
    if (['0001', '0010', '0100', '1000'].includes(ids[i]))
      console.log(ids[i], a, v, gammaGamma.expectedSpend(g.params, x[i], spend.m[i]));
  }
  console.log(d, c, cet, dm, performance.now() - t0);
  const p = { r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562 };
  console.log(
    [
      [0, 0, 38.86],
      [1, 1.71, 38.86],
      [2, 30.43, 38.86],
      [7, 35, 39],
      [26, 30.86, 31],
    ].map(
      ([x, tx, T]) =>
        paretoNbd.probabilityAlive(p, x, tx, T) *
        residualPurchasesIfAlive(paretoNbd, p, 0.0027, x, T),
    ),
  );
});
test('km', () => {
  const rd = (n: string) =>
    readFileSync(realFile(n), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((l) => l.split(','));
  const w = rd('survival_waltons.csv');
  const mk = (rows: string[][], a: number, b: number) => ({
    duration: Float64Array.from(rows, (r) => Number(r[a])),
    event: Uint8Array.from(rows, (r) => Number(r[b])),
  });
  const k = kaplanMeier(mk(w, 0, 1));
  console.log(k.median, k.medianLower, k.medianUpper, restrictedMean(k, 60));
  const g = rd('survival_gbsg2.csv');
  const kg = kaplanMeier(mk(g, 8, 9));
  console.log(kg.median, kg.medianLower, kg.medianUpper, restrictedMean(kg, 2000));
  console.log(
    logRank(
      [...new Set(w.map((r) => r[2]))].map((v) =>
        mk(
          w.filter((r) => r[2] === v),
          0,
          1,
        ),
      ),
    ),
    logRank(
      ['yes', 'no'].map((v) =>
        mk(
          g.filter((r) => r[0] === v),
          8,
          9,
        ),
      ),
    ),
  );
});
