import { ANY_AMOUNT, impossible, SHARE, type ValueProblem } from './input';

export interface Offer {
  /** What a customer pays in a year of staying, in units of the currency. */
  perYear: number;
  /** Share of customers lost per year, 0 .. 1. */
  yearlyChurn: number;
}

export interface OfferComparison {
  /** Expected revenue per customer won after 0, 1, 2, ... years. */
  subscription: Float64Array;
  shop: Float64Array;
  /** The first year after which the subscription has brought more; null when not within the years. */
  overtakes: number | null;
  /** What each brings in the end, however long: per year / churn; Infinity at churn 0. */
  subscriptionInTheEnd: number;
  shopInTheEnd: number;
}

/**
 * A subscription against a shop, side by side over the years: the first year is paid by all, each
 * next one by those who stayed. Revenue, not discounted. A box of 130 a year is less than four orders worth
 * 280, until its subscribers have stayed long enough to make up for it.
 *
 * @param years whole years to look ahead, 1 .. 200
 */
export function compareOffers(
  subscription: Offer,
  shop: Offer,
  years: number,
): OfferComparison | ValueProblem {
  const ranges = { perYear: ANY_AMOUNT, yearlyChurn: SHARE };
  const problem =
    impossible(subscription, ranges) ??
    impossible(shop, ranges) ??
    impossible({ years }, { years: [1, 200] });
  if (problem) return problem;
  const box = cumulative(subscription, years);
  const orders = cumulative(shop, years);
  let overtakes: number | null = null;
  for (let year = 1; year <= years && overtakes === null; year++)
    if (box[year] > orders[year]) overtakes = year;
  return {
    subscription: box,
    shop: orders,
    overtakes,
    subscriptionInTheEnd: inTheEnd(subscription),
    shopInTheEnd: inTheEnd(shop),
  };
}

function cumulative({ perYear, yearlyChurn }: Offer, years: number): Float64Array {
  const sums = new Float64Array(Math.floor(years) + 1);
  for (let year = 1, staying = 1; year < sums.length; year++, staying *= 1 - yearlyChurn)
    sums[year] = sums[year - 1] + perYear * staying;
  return sums;
}

function inTheEnd({ perYear, yearlyChurn }: Offer): number {
  return perYear === 0 ? 0 : perYear / yearlyChurn;
}
