import { quickselect } from 'd3-array';

/** How far predictions of purchases were off, customer by customer and in all. */
export interface Accuracy {
  customers: number;
  /** Purchases there were, and that were predicted. */
  actual: number;
  predicted: number;
  /** Mean absolute error of a customer. */
  mae: number;
  /** Root of the mean squared error of a customer. */
  rmse: number;
  /** predicted / actual - 1; NaN where nobody bought. */
  bias: number;
  /** Share of the truly top 20% who are among the predicted top 20%. */
  topHit: number;
}

export function accuracy(actual: Float64Array, predicted: Float64Array): Accuracy {
  const customers = actual.length;
  let [absolute, squared, sumActual, sumPredicted] = [0, 0, 0, 0];
  for (let i = 0; i < customers; i++) {
    const error = predicted[i] - actual[i];
    absolute += Math.abs(error);
    squared += error * error;
    sumActual += actual[i];
    sumPredicted += predicted[i];
  }
  return {
    customers,
    actual: sumActual,
    predicted: sumPredicted,
    mae: absolute / customers,
    rmse: Math.sqrt(squared / customers),
    bias: sumActual > 0 ? sumPredicted / sumActual - 1 : NaN,
    topHit: topHit(actual, predicted, 0.2),
  };
}

/**
 * Share of the truly best ceil(top x n) customers who are among the predicted best as many. Customers tied
 * at the edge share the places left, so that no order of rows decides; guessing at random finds `top`.
 */
export function topHit(actual: Float64Array, predicted: Float64Array, top: number): number {
  const places = Math.ceil(top * actual.length);
  const truly = membership(actual, places);
  const chosen = membership(predicted, places);
  return truly.reduce((sum, share, i) => sum + share * chosen[i], 0) / places;
}

/** Each customer's share of a place among the best. */
function membership(values: Float64Array, places: number): Float64Array {
  const last = values.length - places;
  const edge = quickselect(values.slice(), last)[last];
  let above = 0;
  let tied = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] > edge) above++;
    else if (values[i] === edge) tied++;
  }
  const rest = (places - above) / tied;
  const share = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++)
    share[i] = values[i] > edge ? 1 : values[i] === edge ? rest : 0;
  return share;
}
