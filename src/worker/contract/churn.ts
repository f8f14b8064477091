import type { CalendarPeriod } from '../../analysis/calendar';
import type { ChurnRate } from '../../analysis/churn/churn-rate';
import type { ContractualFlow } from '../../analysis/churn/contractual';
import type { Gaps } from '../../analysis/churn/gaps';
import type { Inactivity } from '../../analysis/churn/inactivity';
import type { InactivityFlow } from '../../analysis/churn/inactivity-flow';
import type { Silences } from '../../analysis/churn/silences';

export interface ChurnAnswer {
  /** Whether leaving is known from end dates or told by silence. */
  basis: 'contract' | 'silence';
  /** Days between purchase occasions. */
  gaps: Gaps;
  /** Days of silence at the percentiles the threshold can be set to. */
  percentiles: { percentile: number; days: number }[];
  /** Who is lost at the threshold; null when there is no gap to take a threshold from. */
  inactivity: Inactivity | null;
  /** How long the buyers have been silent: who would be lost at any threshold. */
  silences: Silences;
  contractual: ContractualFlow | null;
  silence: InactivityFlow | null;
  /** Churn per month with its interval; null when the data are too short to tell. */
  monthly: ChurnRate | null;
  /** Net revenue per active customer and month over the months of `monthly`, units of the currency. */
  revenuePerCustomerMonth: number | null;
  /** 1 / monthly churn, in years; null when unknown or when nobody left. */
  lifespanYears: number | null;
}

/** Churn by period of a length of the person's choice. */
export interface ChurnFlowAnswer {
  period: CalendarPeriod;
  contractual: ContractualFlow | null;
  silence: InactivityFlow | null;
  /** Over the periods that count; null when the data are too short to tell. */
  rate: ChurnRate | null;
}
