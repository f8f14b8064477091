import { isoDate } from '../../analysis/calendar';
import { NO_DAY } from '../../analysis/transactions';
import { RESULTS_VERSION, type ResultsFile } from '../../exports/results-file';
import type { ChurnAnswer } from '../contract/churn';
import type { DatasetEntry } from '../contract/datasets';
import type { ModelsAnswer } from '../contract/models';
import type { OverviewAnswer } from '../contract/overview';
import type { RetentionAnswer } from '../contract/retention';
import type { SegmentsAnswer } from '../contract/segments';
import type { Settings } from '../contract/settings';
import type { SurvivalAnswer } from '../contract/survival';
import type { ValueAnswer } from '../contract/value';
import { fitted } from './fitted';
import { survivalSection } from './results-of-survival';

/** All answers about the open dataset. */
export interface AllAnswers {
  overview: OverviewAnswer;
  segments: SegmentsAnswer;
  churn: ChurnAnswer;
  retention: RetentionAnswer;
  survival: SurvivalAnswer;
  value: ValueAnswer;
  models: ModelsAnswer;
}

/** The answers as the documented results file. */
export function resultsFile(
  entry: DatasetEntry,
  settings: Settings,
  answers: AllAnswers,
): ResultsFile {
  const { overview, segments, churn, retention, survival, value, models } = answers;
  return {
    format: 'tenure-results',
    version: RESULTS_VERSION,
    dataset: datasetSection(entry, overview),
    import: { files: fileSections(entry) },
    settings,
    overview: { ...overview.figures, yearComplete: String(overview.figures.yearComplete) },
    rfm: rfmSection(segments.map?.id ?? null, segments, settings),
    churn: churnSection(churn),
    retention: retentionSection(retention),
    survival: survivalSection(survival),
    ...modelSections(value, models, settings),
    validation: validationSection(models),
  };
}

/** Scores and segments. */
export function rfmSection(
  map: string | null,
  { bins, segments }: Pick<SegmentsAnswer, 'bins' | 'segments'>,
  settings: Settings,
): ResultsFile['rfm'] {
  return {
    map,
    bins: settings.bins,
    edges: { ...bins, m: bins.m ?? [] },
    segments: (segments ?? []).map(({ name, customers, orders, revenue }) => ({
      name,
      customers,
      orders,
      revenue,
    })),
  };
}

/** The fitted models and what they predict. */
export function modelSections(
  { model, purchase, spend, prediction }: ValueAnswer,
  { lines }: ModelsAnswer,
  settings: Settings,
): Pick<ResultsFile, 'models' | 'spend' | 'clv'> {
  return {
    models: {
      ...Object.fromEntries(lines.map(({ name, fit }) => [name, fitted(fit)])),
      // Fitted to everyone, where very many were compared by some.
      [model]: fitted(purchase),
    },
    spend: fitted(spend),
    clv: prediction && {
      model,
      horizonMonths: settings.horizonMonths,
      annualDiscount: settings.annualDiscount,
      margin: settings.margin,
      total: prediction.total,
      interval: prediction.intervals.total,
      intervalLevel: prediction.intervals.level,
      mean: prediction.mean,
      alive: prediction.alive,
      expectedPurchases: prediction.purchases,
      expectedPurchasesInterval: prediction.intervals.purchases,
    },
  };
}

function datasetSection(entry: DatasetEntry, { facts }: OverviewAnswer): ResultsFile['dataset'] {
  const day = (value: number) => (value === NO_DAY ? null : isoDate(value));
  return {
    name: entry.name,
    customers: facts.customers,
    buyers: facts.buyers,
    orders: facts.orders,
    netRevenue: facts.netRevenue,
    currency: entry.currency,
    firstDate: day(facts.firstDate),
    lastDate: day(facts.lastDate),
    firstOrder: day(facts.firstOrder),
    lastOrder: day(facts.lastOrder),
    observationEnd: day(facts.observationEnd),
  };
}

/** Every file with its account. */
export function fileSections({ source }: DatasetEntry): ResultsFile['import']['files'] {
  if (source.kind === 'sample') return [];
  return source.reports.map((report) => ({
    name: report.file,
    rows: report.rows,
    accepted: report.accepted,
    blank: report.blank,
    excluded: report.excluded,
    rejected: report.rejected,
    mapping: Object.fromEntries(
      Object.entries(report.table?.mapping ?? report.mapping).map(([role, column]) => [
        role,
        report.columnNames[column] ?? String(column),
      ]),
    ),
    dateFormat: report.dateOrder,
    numberFormat: report.decimal,
  }));
}

function churnSection(churn: ChurnAnswer): ResultsFile['churn'] {
  const { basis, inactivity, monthly, lifespanYears } = churn;
  return {
    basis,
    threshold: inactivity?.threshold ?? null,
    churned: inactivity?.churned ?? null,
    active: inactivity?.active ?? null,
    churnedShare: inactivity?.churnedShare ?? null,
    churnedValue: inactivity?.churnedValue ?? null,
    falseChurn: inactivity?.falseChurn ?? null,
    monthlyRate: monthly?.rate ?? null,
    monthlyRateLow: monthly?.interval[0] ?? null,
    monthlyRateHigh: monthly?.interval[1] ?? null,
    lifespanYears,
  };
}

function retentionSection({ triangle }: RetentionAnswer): ResultsFile['retention'] {
  const { period, activity, counting } = triangle.options;
  return {
    period,
    rule: activity,
    counting,
    cohorts: triangle.cohorts.map((cohort) => ({
      cohort: cohort.label,
      size: cohort.size,
      periods: Array.from(cohort.active, (customers, k) => ({
        customers,
        orders: cohort.orders[k],
        revenue: cohort.revenue[k],
        finished: k < cohort.finished,
      })),
    })),
  };
}

function validationSection({
  split,
  lines,
  naive,
  advice,
}: ModelsAnswer): ResultsFile['validation'] {
  if (!split) return null;
  return {
    calibrationEnd: isoDate(split.day),
    holdoutEnd: isoDate(split.end),
    advised: advice?.model ?? null,
    models: Object.fromEntries(
      lines.map(({ name, accuracy }) => [name, accuracy && { ...accuracy }]),
    ),
    naive: Object.fromEntries(naive.map(({ name, accuracy }) => [name, { ...accuracy }])),
  };
}
