import { decimal, integer, list, percent, significant } from '../../text/format';
import {
  kinds_says_cohort,
  kinds_says_cohort_plain,
  kinds_says_compare,
  kinds_says_lifetimes_missing,
  kinds_says_mean,
  kinds_says_median,
  kinds_says_no_median,
  kinds_says_subjects,
} from '../../text/paraglide/messages';
import type {
  SurvivalAnswer,
  SurvivalCurves,
  SurvivalTableAnswer,
} from '../../worker/contract/survival';
import type { Sentence } from '../overview/sentence';

/** What lifetimes or a survival table tell; and at the end what they cannot. */
export function lifetimesLetter(answer: SurvivalAnswer): Sentence[] {
  const told =
    answer.kind === 'curves' ? curves(answer) : answer.kind === 'table' ? table(answer) : [];
  return [
    ...told.map(({ key, text }): Sentence => ({ key, text, money: null, page: 'retention' })),
    { key: 'missing', text: kinds_says_lifetimes_missing(), money: null, page: 'data' },
  ];
}

type Said = Pick<Sentence, 'key' | 'text'>;

function curves({ all, groupings }: SurvivalCurves): Said[] {
  const time = (value: number | null) => significant(value, 4) ?? '–';
  return [
    {
      key: 'subjects',
      text: kinds_says_subjects({
        subjects: integer(all.subjects) ?? '–',
        events: integer(all.events) ?? '–',
        censored: integer(all.subjects - all.events) ?? '–',
      }),
    },
    {
      key: 'median',
      text:
        all.median === null
          ? kinds_says_no_median()
          : kinds_says_median({
              median: time(all.median),
              low: time(all.medianLower),
              high: time(all.medianUpper),
            }),
    },
    {
      key: 'mean',
      text: kinds_says_mean({ horizon: time(all.meanHorizon), mean: decimal(all.mean, 1) ?? '–' }),
    },
    ...(groupings.length > 0
      ? [
          {
            key: 'compare',
            text: kinds_says_compare({ names: list(groupings.map(({ name }) => name)) }),
          },
        ]
      : []),
  ];
}

function table({ cohorts }: SurvivalTableAnswer): Said[] {
  return cohorts.map(({ name, observed, fit }, index) => {
    const facts = {
      name,
      share: percent(observed[observed.length - 1]) ?? '–',
      periods: observed.length - 1,
    };
    if (fit.kind !== 'fit') return { key: `${index}`, text: kinds_says_cohort_plain(facts) };
    const { alpha, beta } = fit.params;
    const churn = percent(alpha / (alpha + beta)) ?? '–';
    return { key: `${index}`, text: kinds_says_cohort({ ...facts, churn }) };
  });
}
