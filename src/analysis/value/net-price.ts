import { impossible, NOT_NEGATIVE, SHARE, type ValueProblem } from './input';

export interface NetPriceInputs {
  /** Units of the currency. */
  listPrice: number;
  /** Share of the list price given away. */
  discount: number;
  /** Share of the price paid that a marketplace or an affiliate takes. */
  commission: number;
  /** Share of the price paid that the payment costs, and what it costs besides. */
  fee: number;
  fixedFee: number;
}

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
 * What is left of a list price: less the discount, then commission and the share of the payment fee, both of
 * the price after the discount, and the fixed part of the fee.
 */
export function netPrice(inputs: NetPriceInputs): NetPrice | ValueProblem {
  const problem = impossible(inputs, {
    listPrice: NOT_NEGATIVE,
    discount: SHARE,
    commission: SHARE,
    fee: SHARE,
    fixedFee: NOT_NEGATIVE,
  });
  if (problem) return problem;
  const { listPrice, fixedFee } = inputs;
  const discount = listPrice * inputs.discount;
  const paid = listPrice - discount;
  const commission = paid * inputs.commission;
  const fee = paid * inputs.fee;
  return { discount, commission, fee, fixedFee, net: paid - commission - fee - fixedFee };
}
