import type { Computed } from '../computed/reckonings';
import type { Page } from '../../state/route.svelte';
import { date, decimal, integer, lasting, money, percent } from '../../text/format';
import {
  overview_alive,
  overview_alive_by,
  overview_beyond_data,
  overview_churn_rate,
  overview_equity,
  overview_historic,
  overview_left,
  overview_one_time,
  overview_refunded_only,
  overview_revenue,
  overview_segment_risk,
  overview_silent,
  overview_simple,
  overview_top20,
} from '../../text/paraglide/messages';
import { equityShown, guessWords } from '../value/equity-words';
import { modelName } from '../value/model-words';
import type { ChurnAnswer } from '../../worker/contract/churn';
import type { OverviewAnswer } from '../../worker/contract/overview';
import type { SegmentLine, SegmentsAnswer } from '../../worker/contract/segments';
import type { Settings } from '../../worker/contract/settings';
import type { ValueAnswer } from '../../worker/contract/value';
import { segmentName } from '../segments/segment-name';
import type { Sentence } from './sentence';

export interface LetterInputs {
  overview: OverviewAnswer;
  segments: SegmentsAnswer;
  churn: ChurnAnswer;
  value: ValueAnswer;
  settings: Settings;
  currency: string | null;
}

const YEAR_DAYS = 365.25;
const THREE = 3;

/** What the data say, the largest sum first; what they cannot say is left out. */
export function findings(inputs: LetterInputs): Sentence[] {
  const all = [
    revenue(inputs),
    top20(inputs),
    equity(inputs),
    oneTime(inputs),
    churned(inputs),
    riskiestSegment(inputs),
    simple(inputs),
    historic(inputs),
    rate(inputs),
    alive(inputs),
  ].filter((finding) => finding !== null);
  return all.sort((a, b) => (b.money ?? -Infinity) - (a.money ?? -Infinity));
}

/** Words with every figure shown; null where one of them cannot be told. */
function told<Facts extends Record<string, string | number | null>>(
  words: (facts: { [Name in keyof Facts]: NonNullable<Facts[Name]> }) => string,
  facts: Facts,
): string | null {
  if (Object.values(facts).includes(null)) return null;
  return words(facts as { [Name in keyof Facts]: NonNullable<Facts[Name]> });
}

/** What the main number of each finding is. */
const COMPUTED: Partial<Record<string, Computed>> = {
  revenue: 'net-revenue',
  top20: 'eighty-twenty',
  equity: 'customer-equity',
  'one-time': 'repeat-rate',
  churned: 'churn-threshold',
  risk: 'p-alive',
  simple: 'simple-clv',
  historic: 'historic-clv',
  rate: 'churn',
  alive: 'p-alive',
};

function finding(
  key: string,
  page: Page | null,
  sum: number | null,
  text: string | null,
): Sentence | null {
  return text === null ? null : { key, page, money: sum, text, computed: COMPUTED[key] ?? null };
}

function revenue({ overview, currency }: LetterInputs): Sentence | null {
  const { facts } = overview;
  const text = told(overview_revenue, {
    first: date(facts.firstOrder),
    last: date(facts.lastOrder),
    buyers: integer(facts.buyers),
    orders: integer(facts.orders),
    revenue: money(facts.netRevenue, currency, THREE),
  });
  const others = facts.customers - facts.buyers;
  const more = others > 0 ? ` ${overview_refunded_only({ count: integer(others) ?? '' })}` : '';
  return finding('revenue', null, facts.netRevenue, text && text + more);
}

function top20({ overview: { facts, figures }, currency }: LetterInputs): Sentence | null {
  const sum = figures.top20Share * facts.netRevenue;
  const text = told(overview_top20, {
    share: percent(figures.top20Share),
    money: money(sum, currency, THREE),
  });
  return finding('top20', 'segments', sum, text);
}

/** The models are about customers who leave without a word; where contracts tell, they have no say. */
function predicted({ churn, value }: LetterInputs): ValueAnswer['prediction'] {
  return churn.basis === 'contract' ? null : value.prediction;
}

function equity(inputs: LetterInputs): Sentence | null {
  const { settings, currency } = inputs;
  const prediction = predicted(inputs);
  if (!prediction) return null;
  const text = told(overview_equity, {
    months: settings.horizonMonths,
    money: equityShown(prediction, currency),
    rate: percent(settings.annualDiscount, 0),
    model: modelName(inputs.value.model),
  });
  return finding('equity', 'value', prediction.total, text && text + guessWords(inputs.value));
}

function oneTime({ overview, currency }: LetterInputs): Sentence | null {
  const { figures, oneTimeRevenue } = overview;
  const text = told(overview_one_time, {
    share: percent(figures.oneTimeBuyers),
    count: integer(figures.oneTimeBuyerCount),
    money: money(oneTimeRevenue, currency, THREE),
  });
  return finding('one-time', 'customers', oneTimeRevenue, text);
}

function churned({ churn, currency }: LetterInputs): Sentence | null {
  const { inactivity } = churn;
  if (!inactivity || churn.basis === 'contract') return null;
  const text = told(overview_silent, {
    count: integer(inactivity.churned),
    days: integer(inactivity.threshold),
    money: money(inactivity.churnedValue, currency, THREE),
    returned: percent(inactivity.falseChurn, 0),
  });
  return finding('churned', 'retention', inactivity.churnedValue, text);
}

/** Where most money is likely to be lost: revenue so far x the chance that it is. */
function riskiestSegment(inputs: LetterInputs): Sentence | null {
  const { segments, currency } = inputs;
  if (!predicted(inputs)) return null;
  const worst = extreme(segments.segments, ({ revenue: sum, churnRisk }) => sum * (churnRisk ?? 0));
  if (!worst || !worst.churnRisk) return null;
  const text = told(overview_segment_risk, {
    segment: segmentName(worst.name, inputs.settings),
    money: money(worst.revenue, currency, THREE),
    risk: percent(worst.churnRisk, 0),
  });
  return finding('risk', 'segments', worst.revenue, text);
}

function extreme(
  segments: SegmentLine[] | null,
  measure: (line: SegmentLine) => number,
): SegmentLine | null {
  if (!segments) return null;
  const filled = segments.filter(({ customers }) => customers > 0);
  return filled.reduce<SegmentLine | null>(
    (best, line) => (best === null || measure(line) > measure(best) ? line : best),
    null,
  );
}

function simple({ overview, churn, currency }: LetterInputs): Sentence | null {
  const { figures } = overview;
  const text = told(overview_simple, {
    orders: decimal(figures.ordersPerYear, 1),
    order: money(figures.averageOrderValue, currency, THREE),
    lifespan: years(churn.lifespanYears),
    money: money(figures.simpleClv, currency, THREE),
  });
  return finding('simple', 'value', figures.simpleClv, text);
}

function historic({ overview: { figures }, currency }: LetterInputs): Sentence | null {
  const text = told(overview_historic, { money: money(figures.historicClv, currency, THREE) });
  return finding('historic', 'value', figures.historicClv, text);
}

function rate({ overview: { facts }, churn }: LetterInputs): Sentence | null {
  const { monthly, lifespanYears } = churn;
  if (!monthly) return null;
  const observed = (facts.observationEnd - facts.firstOrder) / YEAR_DAYS;
  const text =
    churn.basis === 'contract'
      ? told(overview_left, {
          count: integer(monthly.lost),
          rate: percent(monthly.rate),
          lifespan: years(lifespanYears),
        })
      : told(overview_churn_rate, {
          rate: percent(monthly.rate),
          low: percent(monthly.interval[0]),
          high: percent(monthly.interval[1]),
          lifespan: years(lifespanYears),
        });
  const beyond =
    lifespanYears !== null && lifespanYears > observed
      ? ` ${overview_beyond_data({ observed: years(observed) ?? '' })}`
      : '';
  return finding('rate', 'lifespan', null, text && text + beyond);
}

function alive(inputs: LetterInputs): Sentence | null {
  const { facts } = inputs.overview;
  const prediction = predicted(inputs);
  // By NBD nobody ever leaves, which is nothing to tell.
  if (!prediction || inputs.value.model === 'nbd') return null;
  const counts = { buyers: integer(facts.buyers), alive: integer(prediction.alive) };
  const { model } = inputs.value;
  const text =
    model === 'bg-nbd'
      ? told(overview_alive, { ...counts, unknown: integer(prediction.withoutRepeat) })
      : told(overview_alive_by, { ...counts, model: modelName(model) });
  return finding('alive', 'value', null, text);
}

/** Years, or months where that reads better. */
function years(value: number | null): string | null {
  if (value === null) return null;
  return value < 2 ? lasting(value * 12, 'month') : lasting(value, 'year');
}
