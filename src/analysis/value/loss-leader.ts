import { ANY_AMOUNT, impossible, NOT_NEGATIVE, type ValueProblem } from './input';

export interface LossLeaderInputs {
  /** Loss taken on the device or first sale, per customer, in units of the currency. */
  subsidy: number;
  /** How many times as much its buyers then spend (4 for "read four times as much"). */
  spendFactor: number;
  /** Margin per customer and year without it. */
  yearlyMargin: number;
  /** Years a customer stays. */
  lifespanYears: number;
}

export interface LossLeader {
  /** Added margin over the lifespan: (k - 1) x margin x lifespan. */
  gain: number;
  /** gain - subsidy. */
  net: number;
  /** The largest subsidy that does not lose: the gain, or 0. */
  highestSubsidy: number;
  /** The factor at which it breaks even: 1 + subsidy / (margin x lifespan); Infinity when nothing is earned. */
  breakEvenFactor: number;
  /** Years after which the subsidy is earned back; Infinity when it never is. */
  breakEvenYears: number;
}

/** Selling at a loss to win heavier customers: what it must bring, and what it brings. */
export function lossLeader(inputs: LossLeaderInputs): LossLeader | ValueProblem {
  const problem = impossible(inputs, {
    subsidy: NOT_NEGATIVE,
    spendFactor: NOT_NEGATIVE,
    yearlyMargin: ANY_AMOUNT,
    lifespanYears: NOT_NEGATIVE,
  });
  if (problem) return problem;
  const { subsidy, spendFactor: k, yearlyMargin, lifespanYears } = inputs;
  const gainPerYear = (k - 1) * yearlyMargin;
  const gain = gainPerYear * lifespanYears;
  const base = yearlyMargin * lifespanYears;
  return {
    gain,
    net: gain - subsidy,
    highestSubsidy: Math.max(0, gain),
    breakEvenFactor: subsidy === 0 ? 1 : base > 0 ? 1 + subsidy / base : Infinity,
    breakEvenYears: subsidy === 0 ? 0 : gainPerYear > 0 ? subsidy / gainPerYear : Infinity,
  };
}
