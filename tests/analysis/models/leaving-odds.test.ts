import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavingOdds, type LeavingOdds } from '../../../src/analysis/models/leaving-odds';
import { dayLogs, leavingOddsByDay } from '../../../src/analysis/models/leaving-odds-by-day';
import { logUniform } from './arbitrary';

function blank(): LeavingOdds {
  return { log: 0, gradient: new Float64Array(4), hessian: new Float64Array(16) };
}

test('summed up day by day the odds are those of one integral, to their second derivatives', () => {
  const last = 900;
  const past = fc.record({ tx: fc.nat(last), silent: fc.nat(last) });
  const parameters = fc.tuple(
    logUniform(0.05, 200),
    logUniform(0.01, 5000),
    logUniform(0.01, 20),
    logUniform(0.01, 5000),
  );
  fc.assert(
    fc.property(
      parameters,
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom(1, 7),
      fc.array(past, { minLength: 1, maxLength: 10 }),
      (theta, x, daysInUnit, pasts) => {
        const times = Float64Array.from({ length: last + 1 }, (_, day) => day / daysInUnit);
        const byDay = leavingOddsByDay(theta, x, dayLogs(times, theta[1], theta[3]));
        for (const { tx, silent } of pasts) {
          const T = Math.min(last, tx + silent);
          const [one, other] = [blank(), blank()];
          leavingOdds(theta, x, times[tx], times[T], 2, one);
          byDay(tx, T, other);
          if (tx === T) {
            expect(other).toEqual(one);
            continue;
          }
          expect(Math.abs(other.log - one.log)).toBeLessThan(1e-10 * (1 + Math.abs(one.log)));
          // A derivative by ln theta is of the size of x: so is what rounding leaves of it.
          const scale = (i: number): number => (1 + theta[0] + x) / theta[i];
          for (let i = 0; i < 4; i++) {
            const away = Math.abs(other.gradient[i] - one.gradient[i]);
            expect(away).toBeLessThan(1e-9 * scale(i));
            for (let j = 0; j < 4; j++) {
              const bent = Math.abs(other.hessian[4 * i + j] - one.hessian[4 * i + j]);
              expect(bent).toBeLessThan(1e-8 * scale(i) * scale(j));
            }
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
