import { test } from 'vitest';
import { PURCHASE_MODELS } from '../../../../src/analysis/models/purchase-models';
import { gammaGamma } from '../../../../src/analysis/models/gamma-gamma';
import { random } from '../../../../src/analysis/numerics/random';
import { readLog, realFile, dayOf, histories, simulatedFile, lastDay } from '../read-log';
test('small', () => {
  const cd = histories(readLog(realFile('cdnow_sample.csv')), dayOf('1997-09-30'), 7);
  const l = readLog(simulatedFile('sim_small'));
  const sm = histories(l, lastDay(l), 7);
  for (const [nm, src] of [
    ['cdnow', cd],
    ['sim', sm],
  ] as const) {
    for (const name of ['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd', 'gg'] as const) {
      const g = random(1);
      const stat: any = {};
      let worst = 0,
        lo = Infinity,
        t0 = performance.now();
      let ratios: number[] = [];
      const ex: any[] = [];
      for (let s = 0; s < 200; s++) {
        const n = 20 + Math.floor(g.uniform() * 81);
        const rows = Array.from({ length: n }, () => Math.floor(g.uniform() * src.history.count));
        const pick = (c: Float64Array) => Float64Array.from(rows, (i) => c[i]);
        const h = {
          count: n,
          x: pick(src.history.x),
          tx: pick(src.history.tx),
          T: pick(src.history.T),
        };
        const sp = { x: h.x, m: pick(src.spend.m) };
        const f: any = name === 'gg' ? gammaGamma.fit(sp) : PURCHASE_MODELS[name].fit(h, 'week');
        const key =
          f.kind === 'refusal'
            ? f.reason
            : f.estimator +
              (f.warnings.find((w: any) => w.code === 'prior-used')?.because ?? '') +
              (f.warnings.some((w: any) => w.code === 'not-converged') ? 'NC' : '');
        stat[key] = (stat[key] ?? 0) + 1;
        if (f.kind === 'fit') {
          for (const v of Object.values(f.params) as number[]) {
            worst = Math.max(worst, v);
            lo = Math.min(lo, v);
          }
          if (name !== 'gg') {
            let e = 0,
              sx = 0,
              sT = 0;
            for (let i = 0; i < n; i++) {
              e += PURCHASE_MODELS[name].expectedPurchases(f.params, 39, h.x[i], h.tx[i], h.T[i]);
              sx += h.x[i];
              sT += h.T[i];
            }
            ratios.push(e / ((sx / sT) * 39 * n));
          }
          if (f.estimator === 'mle' && ex.length < 3 && f.warnings.length > 2)
            ex.push(JSON.stringify([f.params, f.standardErrors, f.warnings]));
          if (f.warnings.some((w: any) => w.code === 'not-converged'))
            console.log('NC', nm, name, JSON.stringify(f));
        }
      }
      ratios.sort((a, b) => a - b);
      console.log(
        nm,
        name,
        JSON.stringify(stat),
        lo,
        worst,
        ratios[0],
        ratios[100],
        ratios.at(-1),
        performance.now() - t0,
      );
      for (const e of ex) console.log(e);
    }
  }
}, 300000);
