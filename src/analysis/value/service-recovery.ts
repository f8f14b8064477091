import { impossible, NOT_NEGATIVE, SHARE, type ValueProblem } from './input';

export interface RecoveryInputs {
  /** What pleasing a dissatisfied customer costs, in units of the currency. */
  cost: number;
  /** What the customer is worth if they stay (margin). */
  clv: number;
  /** Chance that they stay if nothing is done, 0 .. 1. */
  stayIfNothing: number;
  /** Chance that they stay if they are pleased, 0 .. 1. */
  stayIfPleased: number;
}

export interface Recovery {
  /** (stayIfPleased - stayIfNothing) x clv - cost, per customer. */
  net: number;
  /** The most that may be spent: the gain in retention x clv, or 0. */
  budget: number;
  /** Gain in the chance of staying at which it breaks even: cost / clv; Infinity for a customer worth nothing. */
  breakEvenGain: number;
  /** Whether any effort can pay: the break-even gain does not exceed what is left to gain. */
  canPay: boolean;
}

/** What may be spent on winning back the goodwill of one customer. */
export function serviceRecovery(inputs: RecoveryInputs): Recovery | ValueProblem {
  const problem = impossible(inputs, {
    cost: NOT_NEGATIVE,
    clv: NOT_NEGATIVE,
    stayIfNothing: SHARE,
    stayIfPleased: SHARE,
  });
  if (problem) return problem;
  const { cost, clv, stayIfNothing, stayIfPleased } = inputs;
  const gain = (stayIfPleased - stayIfNothing) * clv;
  const breakEvenGain = cost === 0 ? 0 : cost / clv;
  return {
    net: gain - cost,
    budget: Math.max(0, gain),
    breakEvenGain,
    canPay: breakEvenGain <= 1 - stayIfNothing,
  };
}
