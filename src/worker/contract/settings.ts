import type { CalendarPeriod } from '../../analysis/calendar';
import type { TimeUnit } from '../../analysis/time-unit';

/** Purchase models an order log can be fitted with. */
export const MODELS = ['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'] as const;
export type ModelName = (typeof MODELS)[number];

/** Segment maps to choose from. */
export const SEGMENT_MAP_NAMES = ['rf', 'pymc-marketing', 'putler', 'own'] as const;
export type SegmentMapName = (typeof SEGMENT_MAP_NAMES)[number];

/** A person's own map: its segments, and which of them fills each cell of the grid of R and F. */
export interface OwnMapDrawing {
  /** Distinct names, each with its place in the palette from best (1) to lost (11). */
  segments: { name: string; place: number }[];
  /** `cells[r - 1][f - 1]`: index into `segments`. */
  cells: number[][];
}

/** Sections of the report that a person can write notes on. */
export const REPORT_SECTIONS = [
  'summary',
  'figures',
  'segments',
  'retention',
  'value',
  'caveats',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

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
  /** What is scored: R, F and M, or R and F alone. */
  scored: 'rfm' | 'rf';
  /**
   * Upper edges of the bins typed for a dimension, ascending, in its unit (days, orders, currency); null scores by rank.
   * They count while there is one fewer than bins.
   */
  scoreEdges: { r: number[] | null; f: number[] | null; m: number[] | null };
  /** The segment map; where it is not drawn for these scores, the first that is takes its place. */
  segmentMap: SegmentMapName;
  /** The person's own map for each number of bins; absent where none was painted. */
  ownMaps: Partial<Record<'3' | '4' | '5', OwnMapDrawing>>;
  /** Actions the person wrote in place of the suggested ones, by `map id/segment name`. */
  segmentActions: Partial<Record<string, string>>;
  /** Who may be written to, when lists are taken away; null asks nobody's consent. */
  consent: { attribute: string; values: string[] } | null;
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
  /** What the person wrote on sections of the report; absent where nothing. */
  reportNotes: Partial<Record<ReportSection, string>>;
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
  scored: 'rfm',
  scoreEdges: { r: null, f: null, m: null },
  segmentMap: 'rf',
  ownMaps: {},
  segmentActions: {},
  consent: null,
  leaveOutZeroOrders: false,
  timeUnit: 'week',
  cohortPeriod: 'month',
  retentionRule: 'classic',
  periods: 'calendar',
  model: 'bg-nbd',
  splitDate: null,
  reportNotes: {},
};
