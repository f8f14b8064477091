import { isoDate } from '../../analysis/calendar';
import { type KindResultsFile, RESULTS_VERSION } from '../../exports/results-file';
import type { DatasetEntry } from '../contract/datasets';
import type { ModelsAnswer } from '../contract/models';
import type { Settings } from '../contract/settings';
import type { SummaryAnswer } from '../contract/summary';
import type { SurvivalAnswer, SurvivalLabel, SurvivalLine } from '../contract/survival';
import type { ValueAnswer } from '../contract/value';
import { fileSections, fitted, modelSections, rfmSection } from './results';

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

function survivalSection(answer: SurvivalAnswer): KindResultsFile['survival'] {
  switch (answer.kind) {
    case 'none':
      return [];
    case 'curves':
      return [answer.all, ...answer.groups].map((line) => ({
        name: labelText(line.label),
        figures: lineFigures(line),
        model: null,
      }));
    case 'table':
      return answer.cohorts.map(({ name, fit, renewals, customers }) => ({
        name,
        figures: { renewals, customers },
        model: fitted(fit),
      }));
  }
}

function lineFigures({
  subjects,
  events,
  median,
  medianLower,
  medianUpper,
  mean,
  meanError,
  meanHorizon,
}: SurvivalLine) {
  return {
    subjects,
    events,
    median,
    medianLower,
    medianUpper,
    restrictedMean: mean,
    restrictedMeanStandardError: meanError,
    horizon: meanHorizon,
  };
}

function labelText(label: SurvivalLabel): string {
  return label.kind === 'value' ? label.value : label.kind;
}
