import { integer, lasting, list, percent } from '../../text/format';
import {
  report_caveat_all_in,
  report_caveat_beyond,
  report_caveat_blank,
  report_caveat_intervals,
  report_caveat_left,
  report_caveat_no_cac,
  report_caveat_reason,
  report_caveat_revenue_only,
  report_caveat_sample,
  report_caveat_short_year,
  report_caveat_silence,
  value_contract_text,
  value_test_untested,
} from '../../text/paraglide/messages';
import { rowReason, warningWords } from '../../text/row-words';
import type { ChurnAnswer } from '../../worker/contract/churn';
import type { DatasetEntry } from '../../worker/contract/datasets';
import type { FileReport } from '../../worker/contract/importing';
import type { ModelsAnswer } from '../../worker/contract/models';
import type { OverviewAnswer } from '../../worker/contract/overview';
import type { Settings } from '../../worker/contract/settings';
import type { ValueAnswer } from '../../worker/contract/value';
import { modelWarningWords, refusalWords } from '../value/model-warning-words';

interface Answers {
  entry: DatasetEntry;
  settings: Settings;
  overview: OverviewAnswer | null;
  churn: ChurnAnswer | null;
  value: ValueAnswer | null;
  models: ModelsAnswer | null;
}

const YEAR_DAYS = 365.25;

/** What a reader of the numbers must know: rows left out, doubts about the models, what no row can tell. */
export function caveats(answers: Answers): string[] {
  return [...ofTheData(answers.entry), ...ofTheTime(answers), ...ofTheModels(answers)];
}

function ofTheData({ source }: DatasetEntry): string[] {
  if (source.kind === 'sample') return [report_caveat_sample()];
  return [...source.reports.map(rowsOf), ...warningsOf(source.reports)];
}

/** What was odd about rows that came in, with those of all files together. */
function warningsOf(reports: readonly FileReport[]): string[] {
  const counts = new Map<FileReport['warnings'][number]['code'], number>();
  for (const { warnings } of reports)
    for (const { code, count } of warnings) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => warningWords(code, integer(count) ?? ''));
}

type Reason = FileReport['entries'][number]['code'];

function rowsOf({ file, rows, accepted, blank, excluded, rejected }: FileReport): string {
  const reasons = Object.entries({ ...excluded, ...rejected }) as [Reason, number][];
  const words = reasons.map(([code, count]) =>
    report_caveat_reason({ reason: rowReason(code), count: integer(count) ?? '' }),
  );
  if (blank > 0) words.push(report_caveat_blank({ count: integer(blank) ?? '' }));
  const facts = { file, rows: integer(rows) ?? '' };
  return words.length === 0
    ? report_caveat_all_in(facts)
    : report_caveat_left({ ...facts, accepted: integer(accepted) ?? '', reasons: list(words) });
}

function ofTheTime({ overview, churn }: Answers): string[] {
  if (!overview || !churn) return [];
  const { facts, figures } = overview;
  const observed = (facts.observationEnd - facts.firstOrder) / YEAR_DAYS;
  const { inactivity, lifespanYears } = churn;
  const told: string[] = [];
  if (!figures.yearComplete) told.push(report_caveat_short_year());
  if (churn.basis === 'silence' && inactivity)
    told.push(
      report_caveat_silence({
        days: lasting(inactivity.threshold, 'day') ?? '–',
        returned: percent(inactivity.falseChurn, 0) ?? '–',
      }),
    );
  if (lifespanYears !== null && lifespanYears > observed)
    told.push(
      report_caveat_beyond({
        lifespan: lasting(lifespanYears, 'year') ?? '–',
        observed: lasting(observed, 'year') ?? '–',
      }),
    );
  return told;
}

function ofTheModels({ settings, churn, value, models }: Answers): string[] {
  if (!value) return [];
  const doubts = [value.purchase, value.spend].flatMap((fit) =>
    fit.kind === 'fit' ? fit.warnings.map(modelWarningWords) : [refusalWords(fit)],
  );
  return [
    ...(churn?.basis === 'contract' ? [value_contract_text()] : []),
    // One reason may make both models doubtful.
    ...new Set(doubts),
    ...(models && !models.test ? [value_test_untested()] : []),
    ...(value.prediction ? [report_caveat_intervals()] : []),
    ...(settings.margin === 1 ? [report_caveat_revenue_only()] : []),
    report_caveat_no_cac(),
  ];
}
