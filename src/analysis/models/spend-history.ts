/**
 * Mean spend of customers over their repeat purchases.
 *
 * Arrays of equal length; `m` in units of the currency. Rows without repeat purchases (x = 0) are
 * allowed and left out by the model.
 */
export interface SpendHistory {
  /** Repeat purchase occasions with a spend, whole numbers >= 0. */
  x: Float64Array;
  /** Mean spend over those occasions. */
  m: Float64Array;
  /** Customers that share the row; absent means one each. */
  weight?: Float64Array;
}
