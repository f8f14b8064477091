import type { ResultsFile } from '../../exports/results-file';
import type { SurvivalAnswer, SurvivalLabel, SurvivalLine } from '../contract/survival';
import { fitted } from './fitted';

/** Lifetimes, one entry for all and one a group or cohort, as the results file tells them. */
export function survivalSection(answer: SurvivalAnswer): ResultsFile['survival'] {
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
