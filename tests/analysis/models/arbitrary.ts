import fc from 'fast-check';
import { historyOf } from './read-log';
import type { RepeatHistory } from '../../../src/analysis/models/repeat-history';

/** Positive numbers spread evenly over orders of magnitude. */
export function logUniform(from: number, to: number): fc.Arbitrary<number> {
  return fc.double({ min: Math.log(from), max: Math.log(to), noNaN: true }).map((u) => Math.exp(u));
}

/** One customer in days: x repeats on distinct whole days, the last at t_x, watched until T. */
export const customer: fc.Arbitrary<[number, number, number]> = fc
  .record({
    T: fc.integer({ min: 0, max: 900 }),
    last: fc.double({ min: 0, max: 1, noNaN: true }),
    x: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ T, last, x }) => {
    const tx = Math.floor(last * T);
    const purchases = Math.min(x, tx);
    return [purchases, purchases > 0 ? tx : 0, T];
  });

/** A few to a few dozen customers. */
export const history: fc.Arbitrary<RepeatHistory> = fc
  .array(customer, { minLength: 3, maxLength: 40 })
  .map(historyOf);

/** Parameters of each model in continuous time, times in days. */
export const parameters = {
  'bg-nbd': fc.record({
    r: logUniform(0.05, 20),
    alpha: logUniform(1, 500),
    a: logUniform(0.05, 10),
    b: logUniform(0.05, 20),
  }),
  'mbg-nbd': fc.record({
    r: logUniform(0.05, 20),
    alpha: logUniform(1, 500),
    a: logUniform(0.05, 10),
    b: logUniform(0.05, 20),
  }),
  'pareto-nbd': fc.record({
    r: logUniform(0.05, 20),
    alpha: logUniform(1, 500),
    s: logUniform(0.05, 10),
    beta: logUniform(1, 2000),
  }),
  nbd: fc.record({ r: logUniform(0.05, 20), alpha: logUniform(1, 500) }),
};
