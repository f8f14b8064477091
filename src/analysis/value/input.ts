/** Why a typed value cannot be used: which one, and the range it must lie in. */
export interface ValueProblem {
  code: 'NOT_A_NUMBER' | 'TOO_SMALL' | 'TOO_LARGE';
  /** Name of the input, as in the function's argument. */
  input: string;
  min: number;
  max: number;
}

/** Ranges of inputs, both ends allowed. */
export type Ranges<Inputs> = { [Name in keyof Inputs]?: readonly [min: number, max: number] };

/** A share of a whole: margin, churn, retention. */
export const SHARE = [0, 1] as const;
/** An amount, a count or a rate that cannot be negative. */
export const NOT_NEGATIVE = [0, Number.MAX_VALUE] as const;
/** A margin: losses allowed, and nobody keeps more than they take. */
export const MARGIN = [-Number.MAX_VALUE, 1] as const;
/** An amount of any sign. */
export const ANY_AMOUNT = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;

/**
 * The first input outside its range, in the order the ranges are given; null when all are usable.
 */
export function impossible<Inputs extends object>(
  inputs: Inputs,
  ranges: Ranges<Inputs>,
): ValueProblem | null {
  for (const input in ranges) {
    const [min, max] = ranges[input]!;
    const value = inputs[input];
    if (typeof value !== 'number' || Number.isNaN(value))
      return { code: 'NOT_A_NUMBER', input, min, max };
    if (value < min) return { code: 'TOO_SMALL', input, min, max };
    if (value > max) return { code: 'TOO_LARGE', input, min, max };
  }
  return null;
}
