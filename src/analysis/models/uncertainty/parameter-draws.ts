import { spectral, symmetricEigen } from '../../numerics/symmetric-eigen';
import type { Random } from '../../numerics/random';
import type { Fit, ModelParameters } from '../fit';
import type { Forecast } from '../forecast';
import type { GammaGammaParams } from '../gamma-gamma';

/**
 * Parameters as they might as well be: draws from the normal approximation of what the data say of
 * their logarithms (the inverse information at the maximum), each draw a full set.
 */
export function drawParameters<P extends ModelParameters>(
  { params, covarianceLog, floors }: Fit<P>,
  count: number,
  source: Random,
): P[] {
  const names = Object.keys(params) as (keyof P & string)[];
  const centre = names.map((name, i) => Math.log(params[name] - floors[i]));
  const root = spectral(symmetricEigen(covarianceLog), (value) => Math.sqrt(Math.max(0, value)));
  return Array.from({ length: count }, () => {
    const z = names.map(() => source.normal());
    const moved = centre.map((c, i) => c + root[i].reduce((sum, s, j) => sum + s * z[j], 0));
    return Object.fromEntries(
      names.map((name, i) => [name, floors[i] + Math.exp(moved[i])]),
    ) as unknown as P;
  });
}

/** Parameters of both models at once. */
export interface ParameterPair<P extends ModelParameters = ModelParameters> {
  purchase: P;
  spend: GammaGammaParams;
}

/** Draws for both models of a forecast; the two are fitted apart, so they are drawn apart. */
export function drawPairs<P extends ModelParameters>(
  { purchase, spend }: Pick<Forecast<P>, 'purchase' | 'spend'>,
  count: number,
  source: Random,
): ParameterPair<P>[] {
  const money = drawParameters(spend, count, source);
  return drawParameters(purchase, count, source).map((params, s) => ({
    purchase: params,
    spend: money[s],
  }));
}
