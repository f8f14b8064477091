import { random } from '../../analysis/numerics/random';
import type { ParameterPair } from '../../analysis/models/uncertainty/parameter-draws';
import { bootstrap } from '../../analysis/models/uncertainty/bootstrap';
import { type Interval, middle } from '../../analysis/models/uncertainty/interval';
import { predictionIntervals } from '../../analysis/models/uncertainty/prediction-intervals';
import type { BootstrapAnswer } from '../contract/models';
import type { Prediction } from './value';

const SEED = 1;
const LEVEL = 0.9;

/** Refits to resamples, one at a time: yields how many are done, and returns the intervals. */
export function* bootstrapAnswer(
  prediction: Prediction,
  draws: number,
): Generator<number, BootstrapAnswer> {
  const { forecast } = prediction;
  const fitted: ParameterPair[] = [];
  let failed = 0;
  const resamples = bootstrap(forecast, random(SEED));
  for (let done = 0; done < draws; done++) {
    yield done;
    const { value } = resamples.next();
    if (value === null) failed++;
    else fitted.push(value);
  }
  const ends = (of: (pair: ParameterPair) => number): Interval =>
    middle(Float64Array.from(fitted, of), LEVEL);
  return {
    kind: 'bootstrap',
    draws,
    failed,
    intervals: predictionIntervals(forecast, prediction, { level: LEVEL, parameters: fitted }),
    parameters: Object.fromEntries([
      ...Object.keys(forecast.purchase.params).map((name) => [
        name,
        ends(({ purchase }) => purchase[name]),
      ]),
      ...(['p', 'q', 'v'] as const).map((name) => [name, ends(({ spend }) => spend[name])]),
    ]) as BootstrapAnswer['parameters'],
  };
}
