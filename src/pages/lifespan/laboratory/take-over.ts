import type { Laboratory } from './laboratory.svelte';
import type { AllValues } from './sheets';
import { churnPer, type ShopNumbers } from './shop-numbers';

/** Puts the shop's numbers into the sheet of levers, each as far as it is known; one step of undo. */
export function takeOver(laboratory: Laboratory, shop: ShopNumbers): void {
  const { period } = laboratory.values('levers');
  const part: Partial<AllValues['levers']> = {
    margin: shop.margin,
    discount: shop.discount,
    horizon: shop.horizonMonths,
  };
  if (shop.orderValue !== null) part.orderValue = shop.orderValue;
  if (shop.ordersPerYear !== null) part.ordersPerYear = shop.ordersPerYear;
  if (shop.newCustomersPerYear !== null) part.customers = shop.newCustomersPerYear;
  if (shop.monthlyChurn) {
    const churn = churnPer(period, shop.monthlyChurn).rate;
    part.churn = churn;
    part.after = Number((churn / 2).toFixed(2));
  }
  laboratory.set('levers', part);
}
