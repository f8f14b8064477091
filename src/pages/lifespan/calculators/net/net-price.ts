import type { ValuesOf } from '../../laboratory/sheets';

export interface NetPrice {
  /** What each deduction takes, units of the currency. */
  discount: number;
  commission: number;
  fee: number;
  fixedFee: number;
  /** What is left; negative where the fees exceed the price. */
  net: number;
}

/**
 * What is left of a list price: less the discount, then commission and the percentage part of the processing fee, both
 * of the price after the discount, and the fixed part of the fee.
 */
export function netPrice(values: ValuesOf<'net'>): NetPrice {
  const discount = (values.listPrice * values.discount) / 100;
  const paid = values.listPrice - discount;
  const commission = (paid * values.commission) / 100;
  const fee = (paid * values.fee) / 100;
  const { fixedFee } = values;
  return { discount, commission, fee, fixedFee, net: paid - commission - fee - fixedFee };
}
