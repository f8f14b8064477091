import { orderOfNumbers } from './stable-order';

/** Values of customers in ascending order, several of whom may share one. */
export interface WeightedRanks {
  /** Customers. */
  n: number;
  /** Quantile by linear interpolation between the two nearest (type 7), 0 .. 1; NaN for nobody. */
  quantile(share: number): number;
  /** Share of the total that the best ceil(top x n) customers hold; NaN where the total is not positive. */
  topShare(top: number): number;
}

/**
 * Ranks rows that stand for several customers alike, as if each customer had a row.
 *
 * @param weight customers of each row, whole numbers; one each unless given
 */
export function weightedRanks(values: Float64Array, weight?: Float64Array): WeightedRanks {
  const order = orderOfNumbers(values);
  const upTo = new Float64Array(order.length);
  let n = 0;
  order.forEach((row, place) => (upTo[place] = n += weight ? weight[row] : 1));
  const at = (rank: number): number => {
    let [low, high] = [0, order.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (upTo[middle] > rank) high = middle;
      else low = middle + 1;
    }
    return values[order[low]];
  };
  return {
    n,
    quantile(share) {
      if (n === 0) return NaN;
      const place = share * (n - 1);
      const below = Math.floor(place);
      const [lower, upper] = [at(below), at(Math.min(below + 1, n - 1))];
      return lower + (place - below) * (upper - lower);
    },
    topShare(top) {
      let chosen = Math.ceil(top * n);
      let [total, best] = [0, 0];
      for (let place = order.length - 1; place >= 0; place--) {
        const row = order[place];
        const customers = weight ? weight[row] : 1;
        const taken = Math.min(customers, chosen);
        chosen -= taken;
        best += taken * values[row];
        total += customers * values[row];
      }
      return total > 0 ? best / total : NaN;
    },
  };
}
