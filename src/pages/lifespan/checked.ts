import type { ValueProblem } from '../../analysis/value/input';

/**
 * The result of a closed form on numbers whose ranges the fields already keep.
 *
 * @throws RangeError when it refuses one after all: a range in sheets.ts is then wider than the formula's
 */
export function checked<Result>(result: Result | ValueProblem): Result {
  if (isProblem(result))
    throw new RangeError(`${result.input} ${result.code} [${result.min}, ${result.max}]`);
  return result;
}

function isProblem(result: unknown): result is ValueProblem {
  return typeof result === 'object' && result !== null && 'code' in result && 'input' in result;
}
