import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange } from '../../../src/analysis/models/beta-geometric-data';
import {
  betaGeometricCurve,
  rateTerms,
} from '../../../src/analysis/models/beta-geometric-likelihood';
import { bgBbCurve } from '../../../src/analysis/models/bg-bb-likelihood';
import { bgNbd } from '../../../src/analysis/models/bg-nbd';
import { arrangeSpend, gammaGammaCurve } from '../../../src/analysis/models/gamma-gamma-likelihood';
import { gammaGamma } from '../../../src/analysis/models/gamma-gamma';
import { mbgNbd } from '../../../src/analysis/models/mbg-nbd';
import { nbd } from '../../../src/analysis/models/nbd';
import { paretoNbd } from '../../../src/analysis/models/pareto-nbd';
import { paretoNbdCurve } from '../../../src/analysis/models/pareto-nbd-likelihood';
import { history, logUniform, parameters } from './arbitrary';
import { expectTrueDerivatives } from './derivatives';
import { historyOf } from './read-log';

const runs = { numRuns: 60 };

describe(
  'the curve that is climbed is the log-likelihood, with its true derivatives',
  { timeout: 60_000 },
  () => {
    test('BG/NBD', () => {
      fc.assert(
        fc.property(parameters['bg-nbd'], history, (params, past) => {
          const data = arrange(past, 'day', false);
          const theta = [params.r, params.alpha, params.a, params.b];
          expectTrueDerivatives((at) => betaGeometricCurve(data, at, 0), theta);
          const value = bgNbd.logLikelihood(params, past);
          expect(betaGeometricCurve(data, theta, 0).value).toBeCloseTo(value, 8);
        }),
        runs,
      );
    });

    test('MBG/NBD', () => {
      fc.assert(
        fc.property(parameters['mbg-nbd'], history, (params, past) => {
          const data = arrange(past, 'day', true);
          const theta = [params.r, params.alpha, params.a, params.b];
          expectTrueDerivatives((at) => betaGeometricCurve(data, at, 1), theta);
          const value = mbgNbd.logLikelihood(params, past);
          expect(betaGeometricCurve(data, theta, 1).value).toBeCloseTo(value, 8);
        }),
        runs,
      );
    });

    test('Pareto/NBD', () => {
      fc.assert(
        fc.property(parameters['pareto-nbd'], history, (params, past) => {
          const data = arrange(past, 'day', true);
          const theta = [params.r, params.alpha, params.s, params.beta];
          expectTrueDerivatives((at) => paretoNbdCurve(data, at), theta);
          const value = paretoNbd.logLikelihood(params, past);
          expect(paretoNbdCurve(data, theta).value).toBeCloseTo(value, 8);
        }),
        runs,
      );
    });

    test('NBD', () => {
      fc.assert(
        fc.property(parameters.nbd, history, (params, past) => {
          const data = arrange(past, 'day', false);
          expectTrueDerivatives(
            ([r, alpha]) => rateTerms(data, r, alpha),
            [params.r, params.alpha],
          );
          const value = nbd.logLikelihood(params, past);
          expect(rateTerms(data, params.r, params.alpha).value).toBeCloseTo(value, 8);
        }),
        runs,
      );
    });

    test('BG/BB', () => {
      const row = fc
        .record({ n: fc.integer({ min: 1, max: 15 }), last: fc.nat(15), x: fc.nat(15) })
        .map(({ n, last, x }): [number, number, number] => {
          const tx = Math.min(last, n);
          const taken = tx === 0 ? 0 : Math.max(1, Math.min(x, tx));
          return [taken, tx, n];
        });
      const rows = fc.array(row, { minLength: 1, maxLength: 20 });
      const shape = logUniform(0.05, 20);
      fc.assert(
        fc.property(rows, fc.tuple(shape, shape, shape, shape), (past, theta) =>
          expectTrueDerivatives((at) => bgBbCurve(historyOf(past), at), theta),
        ),
        runs,
      );
    });

    test('Gamma-Gamma', () => {
      const row = fc.record({ x: fc.integer({ min: 1, max: 60 }), m: logUniform(0.5, 500) });
      const rows = fc.array(row, { minLength: 1, maxLength: 30 });
      const theta = fc.tuple(logUniform(0.1, 50), logUniform(1.05, 20), logUniform(0.1, 500));
      fc.assert(
        fc.property(rows, theta, (list, [p, q, v]) => {
          const spend = {
            x: Float64Array.from(list, ({ x }) => x),
            m: Float64Array.from(list, ({ m }) => m),
          };
          const data = arrangeSpend(spend);
          expectTrueDerivatives((at) => gammaGammaCurve(data, at), [p, q, v]);
          const value = gammaGamma.logLikelihood({ p, q, v }, spend);
          expect(gammaGammaCurve(data, [p, q, v]).value).toBeCloseTo(value, 8);
        }),
        runs,
      );
    });
  },
);
