/** The phrases that the sentence of settings can be made of. */
export type SettingName =
  | 'observationEnd'
  | 'zeroOrders'
  | 'margin'
  | 'annualDiscount'
  | 'horizonMonths'
  | 'churn'
  | 'bins'
  | 'monetary'
  | 'timeUnit'
  | 'cohorts';
