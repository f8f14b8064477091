import type { CalendarPeriod } from '../../analysis/calendar';
import type { TimeUnit } from '../../analysis/models/time-unit';

/** Purchase models an order log can be fitted with. */
export const MODELS = ['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'] as const;
export type ModelName = (typeof MODELS)[number];

/** What the person may turn; everything shown follows. Kept with each dataset. */
export interface Settings {
  /** Last day taken in, ISO; null for the last date of any accepted row. */
  observationEnd: string | null;
  /** Share of net revenue that is margin, 0 .. 1. */
  margin: number;
  /** Yearly discount rate, 0 or more (0.1 is 10%). */
  annualDiscount: number;
  /** How far predictions look, in months. */
  horizonMonths: number;
  /** Days of silence after which a customer counts as churned; null to take the percentile below. */
  churnAfterDays: number | null;
  /** Percentile of the gaps between orders that sets the threshold, 50 .. 99. */
  churnPercentile: number;
  /** Score bins of R, F and M. */
  bins: 3 | 4 | 5;
  /** What M scores: all a customer spent, or the mean order. */
  monetary: 'total' | 'mean';
  /** Orders whose rows add up to nothing are left out. */
  leaveOutZeroOrders: boolean;
  /** Unit in which model parameters and durations are told. */
  timeUnit: TimeUnit;
  cohortPeriod: CalendarPeriod;
  retentionRule: 'classic' | 'unbounded';
  periods: 'calendar' | 'rolling';
  /** Purchase model behind every prediction; 'auto' takes the one that `models` advises. */
  model: ModelName | 'auto';
  /** Last day of the calibration when models are tested, ISO; null leaves the last third of the time. */
  splitDate: string | null;
}

export const DEFAULT_SETTINGS: Settings = {
  observationEnd: null,
  margin: 1,
  annualDiscount: 0.1,
  horizonMonths: 36,
  churnAfterDays: null,
  churnPercentile: 90,
  bins: 5,
  monetary: 'total',
  leaveOutZeroOrders: false,
  timeUnit: 'week',
  cohortPeriod: 'month',
  retentionRule: 'classic',
  periods: 'calendar',
  model: 'bg-nbd',
  splitDate: null,
};
