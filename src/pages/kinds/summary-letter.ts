import { date, decimal, duration, integer, money, percent } from '../../text/format';
import {
  kinds_says_alive,
  kinds_says_customers,
  kinds_says_dates,
  kinds_says_future,
  kinds_says_missing,
  kinds_says_no_money,
  kinds_says_no_revenue,
  kinds_says_of_all,
  kinds_says_of_repeats,
  kinds_says_revenue,
  kinds_says_segment,
  kinds_says_spend,
  kinds_says_top20,
  kinds_says_undated,
} from '../../text/paraglide/messages';
import type { SegmentLine } from '../../worker/contract/segments';
import type { Settings } from '../../worker/contract/settings';
import type { SummaryAnswer } from '../../worker/contract/summary';
import type { ValueAnswer } from '../../worker/contract/value';
import type { Sentence } from '../overview/sentence';
import { segmentName } from '../segments/segment-name';
import { equityShown, guessWords } from '../value/equity-words';

export interface SummaryLetter {
  summary: SummaryAnswer;
  value: ValueAnswer;
  settings: Settings;
  currency: string | null;
}

/** What a summary of customers tells, in the order of a letter; and at its end what it cannot tell. */
export function summaryLetter({ summary, value, settings, currency }: SummaryLetter): Sentence[] {
  const { customers, repeaters, netRevenue, meanSpend, dates } = summary;
  const { prediction, activity } = value;
  const short = (amount: number) => money(amount, currency, 3) ?? '–';
  const whole = (count: number) => integer(count) ?? '–';
  const sentences: (Sentence | null)[] = [
    {
      key: 'customers',
      money: null,
      page: 'customers',
      text: [
        kinds_says_customers({
          customers: whole(customers),
          repeaters: whole(repeaters),
          share: percent(repeaters / customers) ?? '–',
          occasions: whole(summary.occasions),
        }),
        dates
          ? kinds_says_dates({ first: date(dates.first) ?? '–', end: date(dates.end) ?? '–' })
          : kinds_says_undated({
              longest: duration(summary.longest) ?? '–',
              median: duration(summary.medianAge) ?? '–',
            }),
      ].join(' '),
    },
    netRevenue === null
      ? null
      : {
          key: 'revenue',
          money: netRevenue,
          page: 'value',
          text: [
            kinds_says_revenue({
              revenue: short(netRevenue),
              each: short(netRevenue / customers),
            }),
            summary.top20Share === null
              ? ''
              : kinds_says_top20({ share: percent(summary.top20Share) ?? '–' }),
          ].join(' '),
        },
    prediction && {
      key: 'future',
      money: prediction.total,
      page: 'value',
      text:
        kinds_says_future({
          months: settings.horizonMonths,
          money: equityShown(prediction, currency) ?? '–',
          rate: percent(settings.annualDiscount, 0) ?? '–',
        }) + guessWords(value),
    },
    activity && {
      key: 'alive',
      money: null,
      page: 'value',
      text: kinds_says_alive({
        alive: whole(activity.alive),
        purchases: whole(activity.purchases),
        months: settings.horizonMonths,
      }),
    },
    meanSpend && {
      key: 'spend',
      money: null,
      page: 'value',
      text: kinds_says_spend({
        customers: whole(meanSpend.customers),
        mean: money(meanSpend.mean, currency) ?? '–',
        of: meanSpend.of === 'all' ? kinds_says_of_all() : kinds_says_of_repeats(),
      }),
    },
    largest(summary.segments.segments, settings),
    missingMoney(summary),
    { key: 'missing', money: null, page: null, text: kinds_says_missing() },
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function largest(segments: SegmentLine[] | null, settings: Settings): Sentence | null {
  if (!segments || segments.length === 0) return null;
  const line = segments.reduce((best, one) => (one.customers > best.customers ? one : best));
  return {
    key: 'segment',
    money: null,
    page: 'segments',
    text: kinds_says_segment({
      segment: segmentName(line.name, settings),
      customers: integer(line.customers) ?? '–',
      share: percent(line.share) ?? '–',
      silence: duration(line.meanRecency) ?? decimal(line.meanRecency, 0) ?? '–',
    }),
  };
}

function missingMoney({ meanSpend, netRevenue }: SummaryAnswer): Sentence | null {
  if (meanSpend === null)
    return { key: 'no-money', money: null, page: 'data', text: kinds_says_no_money() };
  if (netRevenue === null)
    return { key: 'no-revenue', money: null, page: 'data', text: kinds_says_no_revenue() };
  return null;
}
