import {
  settings_bins,
  settings_churn,
  settings_cohorts,
  settings_discount,
  settings_horizon,
  settings_margin,
  settings_monetary,
  settings_observation_end,
  settings_unit,
  settings_zero,
} from '../../text/paraglide/messages';

/** The phrases that the sentence of settings can be made of, and what each sets. */
export const SETTING_NAMES = {
  observationEnd: settings_observation_end,
  zeroOrders: settings_zero,
  margin: settings_margin,
  annualDiscount: settings_discount,
  horizonMonths: settings_horizon,
  churn: settings_churn,
  bins: settings_bins,
  monetary: settings_monetary,
  timeUnit: settings_unit,
  cohorts: settings_cohorts,
} as const;

export type SettingName = keyof typeof SETTING_NAMES;
