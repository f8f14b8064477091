import { isoDate } from '../../analysis/calendar';
import { type KindResultsFile, RESULTS_VERSION } from '../../exports/results-file';
import type { DatasetEntry } from '../contract/datasets';
import type { ModelsAnswer } from '../contract/models';
import type { Settings } from '../contract/settings';
import type { SummaryAnswer } from '../contract/summary';
import type { SurvivalAnswer } from '../contract/survival';
import type { ValueAnswer } from '../contract/value';
import { fileSections, modelSections, rfmSection } from './results';
import { survivalSection } from './results-of-survival';

const UNTOLD = {
  overview: null,
  rfm: null,
  churn: null,
  retention: null,
  models: null,
  spend: null,
  clv: null,
  validation: null,
  survival: null,
} as const;

function basis(entry: DatasetEntry, settings: Settings): KindResultsFile {
  const { name, kind, currency, customers, rows } = entry;
  return {
    ...UNTOLD,
    format: 'tenure-results',
    version: RESULTS_VERSION,
    dataset: { name, kind, currency, customers, rows },
    import: { files: fileSections(entry) },
    settings,
  };
}

/** What a summary of customers tells, as the documented results file. */
export function summaryResults(
  entry: DatasetEntry,
  settings: Settings,
  summary: SummaryAnswer,
  value: ValueAnswer,
  models: ModelsAnswer,
): KindResultsFile {
  const { dates, segments, customers, oneTime, repeaters } = summary;
  const common = basis(entry, settings);
  return {
    ...common,
    dataset: {
      ...common.dataset,
      buyers: customers,
      orders: summary.orders,
      occasions: summary.occasions,
      netRevenue: summary.netRevenue,
      firstOrder: dates && isoDate(Math.round(dates.first)),
      lastOrder: dates && isoDate(Math.round(dates.last)),
      observationEnd: dates && isoDate(dates.end),
    },
    overview: {
      repeatRate: repeaters / customers,
      oneTimeBuyers: oneTime / customers,
      oneTimeBuyerCount: oneTime,
      top20Share: summary.top20Share,
      historicClv: summary.netRevenue === null ? null : summary.netRevenue / customers,
      meanSpend: summary.meanSpend?.mean ?? null,
      meanSpendOf: summary.meanSpend?.of ?? null,
    },
    rfm: rfmSection(segments.map, segments, settings),
    ...modelSections(value, models, settings),
  };
}

/** What lifetimes or a survival table tell, as the documented results file. */
export function survivalResults(
  entry: DatasetEntry,
  settings: Settings,
  answer: SurvivalAnswer,
): KindResultsFile {
  return { ...basis(entry, settings), survival: survivalSection(answer) };
}
